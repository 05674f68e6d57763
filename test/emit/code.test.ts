import { runInNewContext } from "node:vm";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { docComment } from "../../src/emit/code/comment.js";
import { identifier } from "../../src/emit/code/identifier.js";
import { literal, literalBlock } from "../../src/emit/code/literal.js";
import { moduleSpecifier } from "../../src/emit/code/module-specifier.js";
import { propertyKey } from "../../src/emit/code/property-key.js";
import { stringLiteral, stringLiteralIn } from "../../src/emit/code/string-literal.js";
import { isIdentifier } from "../../src/identifiers/index.js";
import type { Json } from "../../src/json/index.js";

/** Texts that specs have held, or could, to become code or to break it. */
const HOSTILE: [name: string, text: string][] = [
  ["nothing", ""],
  ["a double quote", 'a"; alert(1); "b'],
  ["a single quote", "a'; alert(1); 'b"],
  ["a backtick", "a`; alert(1); `b"],
  ["a template's hole", "${alert(1)}"],
  ["a backslash at the end", "a\\"],
  ["a backslash before a quote", 'a\\"; alert(1); "'],
  ["the end of a comment", "a */ alert(1); /* b"],
  ["the end of a comment, cut by what is removed", "a *\u200b/ alert(1); /\u200b* b"],
  ["the end of a comment in a row", "**//*/*/**/"],
  ["the end of a comment, in references", "a &#42;&#47; alert(1); &#x2f;&#x2a; b"],
  ["the end of a comment, cut by tags", "a *<span></span>/ alert(1); /<b></b>* b"],
  ["a slash", "/"],
  ["an asterisk", "*"],
  ["a line comment", "// a"],
  ["a line feed", "a\nalert(1)"],
  ["a carriage return", "a\ralert(1)"],
  ["both", "a\r\nalert(1)"],
  ["a next line", "a\u0085alert(1)"],
  ["a line separator", "a\u2028alert(1)"],
  ["a paragraph separator", "a\u2029alert(1)"],
  ["NUL", "a\0b"],
  ["NUL before a digit", "a\x001"],
  ["DEL and ESC", "a\x7f\x1b[31mb"],
  ["a lone high surrogate", "a\ud800b"],
  ["a lone low surrogate", "a\udc00b"],
  ["surrogates the wrong way round", "\udc00\ud800"],
  ["an override of direction", "a\u202e/* b \u2066\u2069"],
  ["a zero width joiner", "a\u200db"],
  ["a byte order mark", "\ufeffa"],
  ["an unassigned character", "a\u{e0fff}b"],
  ["letters of the world", "ünïcödé 漢字 😀"],
  ["the end of a script", "</script><script>alert(1)</script>"],
  ["an HTML comment", "<!-- a --> b"],
  ["the prototype", "__proto__"],
  ["a constructor", "constructor"],
  ["a directive", "use strict"],
  ["@ts-nocheck", "@ts-nocheck"],
  ["@ts-ignore", "@ts-ignore"],
  ["a triple slash", '/// <reference path="/etc/passwd" />'],
  ["a source map", "# sourceMappingURL=data:,x"],
  ["JSX", "@jsx h"],
  ["Handlebars", "{{{evil}}} {{> evil}}"],
];

/** Any text, ill-formed UTF-16 too, with much of what is special. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(...HOSTILE.map(([, text]) => text), "*", "/", "\\", '"', "\n", "\r", "@", "#", "<", "a", " "),
    )
    .map((texts) => texts.join("")),
);

const QUOTES = ['"', "'", "`"] as const;

/** Everything that is not visible, or not a character: what code and terminals could take for something else. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;

function evaluate(code: string): unknown {
  return runInNewContext(`(${code})`, Object.create(null));
}

function parse(code: string): ts.SourceFile & { parseDiagnostics: unknown[] } {
  return ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true) as ReturnType<typeof parse>;
}

/** The one statement of a text that parses without a fault. */
function onlyStatement(code: string): ts.Statement {
  const file = parse(code);
  expect(file.parseDiagnostics).toEqual([]);
  expect(file.statements).toHaveLength(1);
  return file.statements[0]!;
}

/** Letters, marks and digits of several scripts, in any order. */
const anyLetters = fc
  .array(fc.constantFrom(..."用ユガ가иπकाที่१\u3099\u0301a1_"), { maxLength: 9 })
  .map((parts) => parts.join(""));

describe("identifier", () => {
  const ascii = ["a", "A1", "_", "$", "__proto__", "constructor", "getContact_2"];
  const others = [
    "漢",
    "用户",
    "ユーザー",
    "사용자",
    "Заказ2",
    "ΐδιο",
    "पता",
    "ที่อยู่",
    "คำ",
    "قائمة",
    "_१",
    "$用",
    "a用1",
    "இ௧",
  ];
  it.each([...ascii, ...others])("%s is an identifier", (text) => {
    expect(identifier(text)).toBe(text);
  });

  it.each(["", "1a", "a-b", "a b", " a", "a\n", "a;b", "a.b", "a\u200d", "\\u0061", "#a", "a/**/"])(
    "%j is refused",
    (text) => {
      expect(() => identifier(text)).toThrow("not an identifier");
    },
  );

  it.each<[what: string, text: string]>([
    ["a Latin letter with a mark", "é"],
    ["a letter of a script that is not kept", "ᚠ"],
    ["a letter beyond the Basic Multilingual Plane", "𠮷"],
    ["a form of a letter", "ﾃ"],
    ["a letter taken apart", "か\u3099"],
    ["a syllable taken apart", "\u1112\u1161"],
    ["a vowel am taken apart", "ค\u0e4d\u0e32"],
    ["a mark at the beginning", "\u093e"],
    ["a mark of another script's", "用\u093e"],
    ["a mark of no script's", "и\u0301"],
    ["a digit at the beginning", "१क"],
    ["a non-joiner between letters", "کتاب\u200cها"],
    ["a joiner between letters", "क्\u200dष"],
    ["a mark of direction", "\u200fقائمة"],
    ["a filler", "가\u3164"],
    ["a vowel that nobody sees", "ក\u17b4"],
    ["an ideographic blank", "用\u3000户"],
    ["a selector of variants", "用\ufe00"],
    ["punctuation that identifiers may hold since Unicode 15.1", "ア・イ"],
  ])("%s is refused", (_, text) => {
    expect(() => identifier(text)).toThrow("not an identifier");
  });

  it.each(HOSTILE.filter(([, text]) => !/^(__proto__|constructor)$/.test(text)))("%s is refused", (_name, text) => {
    expect(() => identifier(text)).toThrow("not an identifier");
  });

  it("is accepted by TypeScript unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[\w$]{1,9}$/), anyLetters), (text) => {
        fc.pre(isIdentifier(text));
        const statement = onlyStatement(`x.${text};`) as ts.ExpressionStatement;
        expect((statement.expression as ts.PropertyAccessExpression).name.text).toBe(identifier(text));
      }),
    );
  });
});

describe("stringLiteral", () => {
  it.each(HOSTILE)("of %s evaluates to it", (_name, text) => {
    expect(evaluate(stringLiteral(text))).toBe(text);
  });

  it.each(HOSTILE)("of %s is one token of visible characters, without markup", (_name, text) => {
    const code = stringLiteral(text);
    const statement = onlyStatement(`x = ${code};`) as ts.ExpressionStatement;
    expect((statement.expression as ts.BinaryExpression).right.getText()).toBe(code);
    expect(code).not.toMatch(INVISIBLE);
    expect(code).not.toContain("<");
  });

  it("keeps letters readable", () => {
    expect(stringLiteral("get:/straße/{id}/漢字")).toBe('"get:/straße/{id}/漢字"');
  });

  it("evaluates to any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const code = stringLiteral(text);
        expect(evaluate(code)).toBe(text);
        expect(JSON.parse(code)).toBe(text);
        expect(code).not.toMatch(INVISIBLE);
      }),
    );
  });
});

describe("stringLiteralIn", () => {
  it.each(QUOTES)("%s evaluates to any text", (quote) => {
    const own = fc.string({ unit: fc.constantFrom("'", '"', "`", "$", "{", "\\", "\n", "u", "a"), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(own, anyText), (text) => {
        const code = stringLiteralIn(quote, text);
        expect(evaluate(code)).toBe(text);
        expect([code[0], code.at(-1)]).toEqual([quote, quote]);
        expect(code).not.toMatch(INVISIBLE);
      }),
    );
  });

  it("escapes nothing without need", () => {
    expect(QUOTES.map((quote) => stringLiteralIn(quote, `a"b'c\`d$e`))).toEqual([
      '"a\\"b\'c`d$e"',
      "'a\"b\\'c`d$e'",
      "`a\"b'c\\`d$e`",
    ]);
  });
});

describe("propertyKey", () => {
  const keyOfType = (code: string) => {
    const statement = onlyStatement(`type T = { ${code}: 1 };`) as ts.TypeAliasDeclaration;
    const [member, ...more] = (statement.type as ts.TypeLiteralNode).members;
    expect(more).toEqual([]);
    return (member!.name as ts.StringLiteral | ts.Identifier).text;
  };
  const keysOfObject = (code: string) => Reflect.ownKeys(evaluate(`{ ${code}: 1 }`) as object);

  it.each(HOSTILE)("of %s is that key in an object", (_name, text) => {
    expect(keysOfObject(propertyKey(text, "object"))).toEqual([text]);
  });

  it.each(HOSTILE)("of %s is that key in a type", (_name, text) => {
    expect(keyOfType(propertyKey(text, "type"))).toBe(text);
  });

  const bare: [name: string, want: string][] = [
    ["id", "id"],
    ["class", "class"],
    ["note-id", '"note-id"'],
    ["1", '"1"'],
    ["é", '"é"'],
    ["__proto__", "__proto__"],
  ];
  it.each(bare)("%s in a type is %s", (name, want) => {
    expect(propertyKey(name)).toBe(want);
  });

  it("does not set a prototype in an object", () => {
    const value = evaluate(`{ ${propertyKey("__proto__", "object")}: { evil: true } }`) as { evil?: unknown };
    expect(value.evil).toBeUndefined();
    expect(Object.keys(value)).toEqual(["__proto__"]);
  });

  it("is the key for any name", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(keysOfObject(propertyKey(text, "object"))).toEqual([text]);
        expect(keyOfType(propertyKey(text, "type"))).toBe(text);
      }),
    );
  });
});

describe("literal", () => {
  const values: [value: Json, want: string][] = [
    [null, "null"],
    [true, "true"],
    [0.5, "0.5"],
    [-1e21, "-1e+21"],
    ["a", '"a"'],
    [[], "[]"],
    [{}, "{}"],
    [[1, [null]], "[1, [null]]"],
    [{ a: 1, "b-c": ["x"] }, '{ a: 1, "b-c": ["x"] }'],
    [JSON.parse('{ "__proto__": 1 }'), '{ ["__proto__"]: 1 }'],
  ];
  it.each(values)("%j is %s", (value, want) => {
    expect(literal(value)).toBe(want);
  });

  it.each(HOSTILE)("evaluates to %s as value and as key", (_name, text) => {
    const value = { list: [text], [text]: { [text]: text } };
    expect(JSON.stringify(evaluate(literal(value)))).toBe(JSON.stringify(value));
  });

  it("evaluates to any value", () => {
    const { value: anyValue } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(null, true, false),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        anyText,
        fc.array(tie("value")),
        fc.array(fc.tuple(anyText, tie("value"))).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(anyValue, (value) => {
        const code = literal(value as Json);
        expect(JSON.stringify(evaluate(code))).toBe(JSON.stringify(value));
        expect(code).not.toMatch(INVISIBLE);
      }),
    );
  });
});

describe("literalBlock", () => {
  const x = (length: number) => "x".repeat(length);

  it.each<[what: string, value: Json, indent: number, want: string]>([
    ["short", { a: [1] }, 4, "{ a: [1] }"],
    ["of a hundred characters", { a: x(91) }, 0, `{ a: "${x(91)}" }`],
    ["of more", { a: x(92) }, 0, `{\n  a: "${x(92)}",\n}`],
    ["of more with its indent", { a: x(91) }, 2, `{\n    a: "${x(91)}",\n  }`],
    ["in an array", [{ a: x(92) }, 1], 0, `[\n  {\n    a: "${x(92)}",\n  },\n  1,\n]`],
    ["in an object", { b: { a: x(92) } }, 0, `{\n  b: {\n    a: "${x(92)}",\n  },\n}`],
    ["a long string", x(200), 0, `"${x(200)}"`],
    [
      "names that every object has",
      { constructor: { a: [] }, toString: "c", valueOf: null },
      0,
      '{ constructor: { a: [] } as const, toString: "c", valueOf: null }',
    ],
  ])("%s", (_, value, indent, want) => {
    expect(literalBlock(value, indent)).toBe(want);
  });
});

describe("moduleSpecifier", () => {
  const imported = (code: string) => {
    const statement = onlyStatement(`import ${code};`) as ts.ImportDeclaration;
    return (statement.moduleSpecifier as ts.StringLiteral).text;
  };

  it.each(["./a.js", "@/api/base44Client", "npm:@base44/sdk@0.8.50", "../ü/b c.js"])("%s stays", (text) => {
    expect(moduleSpecifier(text)).toBe(`"${text}"`);
  });

  it.each(["", "a\nb", "a\r", "a\0b", "a\x7f", "a\u0085b"])("%j is refused", (text) => {
    expect(() => moduleSpecifier(text)).toThrow("not a module");
  });

  it("is one import of that module, or refused", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let code: string;
        try {
          code = moduleSpecifier(text);
        } catch {
          return;
        }
        expect(imported(code)).toBe(text);
      }),
    );
  });
});

describe("docComment", () => {
  /** Fails where the text is more than comments before one statement, or where the comment does anything. */
  function expectOneComment(comment: string): void {
    const code = `${comment}export const x = 1;\n`;
    const file = parse(code) as ReturnType<typeof parse> & {
      pragmas: Map<string, unknown>;
      commentDirectives?: unknown[];
      checkJsDirective?: unknown;
    };
    expect(file.parseDiagnostics).toEqual([]);
    expect(file.statements).toHaveLength(1);
    expect(file.statements[0]!.getText()).toBe("export const x = 1;");
    const comments = ts.getLeadingCommentRanges(code, 0) ?? [];
    expect(comments.map(({ pos, end }) => code.slice(pos, end))).toEqual(comment === "" ? [] : [comment.trim()]);
    expect([...file.pragmas.keys()]).toEqual([]);
    expect(file.commentDirectives ?? []).toEqual([]);
    expect(file.checkJsDirective).toBeUndefined();
    expect(file.referencedFiles).toEqual([]);
    expect(comment.replaceAll("\n", "")).not.toMatch(INVISIBLE);
  }

  const comments: [parts: string[], indent: number, want: string][] = [
    [[], 0, ""],
    [[""], 0, ""],
    [["", " \n\t"], 0, ""],
    [[" "], 0, ""],
    [["One."], 0, "/** One. */\n"],
    [["One."], 2, "  /** One. */\n"],
    [["\nOne.  \n\n"], 0, "/** One. */\n"],
    [["One.", "Two."], 0, "/**\n * One.\n * Two.\n */\n"],
    [["One. ", "a */ \nTwo. "], 0, "/**\n * One.\n * a *\\/\n * Two.\n */\n"],
    [["One.", "", "@param a - b"], 2, "  /**\n   * One.\n   *\n   * @param a - b\n   */\n"],
    [["a\r\nb\u2028c"], 0, "/**\n * a\n * b\n * c\n */\n"],
    [["a\tb"], 0, "/** a  b */\n"],
    [["a\n     b\n\n      c"], 0, "/**\n * a\n * b\n *\n *  c\n */\n"],
    [["\n        a\n        b\n"], 0, "/**\n * a\n * b\n */\n"],
    [["a\n            \n            b"], 0, "/**\n * a\n *\n * b\n */\n"],
    [["a\n   b\n      c"], 0, "/**\n * a\n *    b\n *       c\n */\n"],
    [["a:\n\n    b\n      c"], 0, "/**\n * a:\n *\n *     b\n *       c\n */\n"],
    [["a\n            b\nc"], 0, "/**\n * a\n *             b\n * c\n */\n"],
    [["a */ b /* c"], 0, "/** a *\\/ b /\\* c */\n"],
    [["*"], 0, "/** * */\n"],
    [["/"], 0, "/** / */\n"],
    [["a\u202eb\0c\ud800d"], 0, "/** abcd */\n"],
    [["@ts-ignore, @deprecated"], 0, "/** \\@ ts-ignore, \\@deprecated */\n"],
    [["Tells @team."], 0, "/** Tells \\@team. */\n"],
    [["@example @a `b`"], 0, "/** @example @a `b` */\n"],
    [["# sourceMappingURL=x"], 0, "/** # - sourceMappingURL=x */\n"],
  ];
  it.each(comments)("%j, indented by %i", (parts, indent, want) => {
    expect(docComment(parts, indent)).toBe(want);
    expectOneComment(want);
  });

  it.each(HOSTILE)("with %s is one comment", (_name, text) => {
    expectOneComment(docComment([text]));
    expectOneComment(docComment(["Before.", text, "", text], 2));
  });

  const directives = [
    "@ts-nocheck",
    "@ts-check",
    "@ts-ignore",
    "@ts-expect-error",
    "@TS-IGNORE",
    "@jsx h",
    "@jsxImportSource evil",
    "@jsxRuntime classic",
    "@license",
    "@preserve",
    "@__PURE__",
    "@__NO_SIDE_EFFECTS__",
    "@vitest-environment",
    "@jest-environment",
    "@\u200bts-ignore",
    "@@ts-ignore",
    "@<span></span>ts-ignore",
    "&#64;ts-ignore",
  ];
  it.each(directives)("with %s contains no directive for a tool", (directive) => {
    const comment = docComment([`a ${directive}`, directive]);
    expectOneComment(comment);
    expect(comment).not.toMatch(/@(ts-|jsx|license|preserve|__|vitest|jest)/i);
  });

  it.each(["#__PURE__", "#__NO_SIDE_EFFECTS__", "# sourceMappingURL=x"])(
    "with %s gives a bundler no order",
    (order) => {
      const comment = docComment([`a ${order}`, order]);
      expectOneComment(comment);
      expect(comment).not.toMatch(/#(__|\s?sourceMappingURL=)/);
    },
  );

  it("keeps the tags of JSDoc", () => {
    expect(docComment(["@param args.payload - x", "@deprecated"])).toContain(" * @deprecated\n");
  });

  it("shortens what is too long", () => {
    expect(docComment(["x".repeat(5000)])).toBe(`/** ${"x".repeat(4000)}... */\n`);
  });

  it("closes code that it shortens", () => {
    const code = `A:\n  \`\`\`\n  ${"x".repeat(5000)}\n  \`\`\``;
    for (const before of ["", "```\na\n```\n"]) {
      const comment = docComment([before + code, "Behind."]);
      expect(comment).toMatch(/x\.\.\.\n \* {3}```\n \* Behind\.\n \*\/\n$/);
    }
  });

  it("has only the tags that are passed", () => {
    const comment = docComment(["@mentions of @team", "@deprecated", "@default @a/b", "@example @@ -1 @@ x"]);
    const file = ts.createSourceFile("t.ts", `${comment}const x = 1;`, ts.ScriptTarget.Latest, true);
    const tags = ts.getJSDocTags(file.statements[0]!).map(({ tagName, comment }) => [tagName.text, comment]);
    expect(tags).toEqual([
      ["deprecated", undefined],
      ["default", "`@a/b`"],
      ["example", "`@@ -1 @@ x`"],
    ]);
  });

  it("writes typographic punctuation in ASCII, and nothing else", () => {
    expect(docComment(["It\u2019s \u201cx\u201d \u2013 1\u20142\u2026 \u00fc\u20ac\u4f60"])).toBe(
      '/** It\'s "x" - 1-2... \u00fc\u20ac\u4f60 */\n',
    );
  });

  it("converts HTML to Markdown", () => {
    const links = 'See <a href="/docs">the docs</a> or [these](#a) &amp; <b>more</b>.';
    expect(docComment([links])).toBe("/** See the docs or these & **more**. */\n");
    expect(docComment(["A [link](/docs) &#8217;"])).toBe("/** A link ' */\n");
    expect(docComment([`${"x".repeat(3999)}<b>y</b>`])).toBe(`/** ${"x".repeat(3999)}<... */\n`);
  });

  it("leaves values unchanged", () => {
    expect(docComment(["@default 2\u20134", "@example \u201cx\u201d", "@example <b>1 &lt; 2</b>"])).toBe(
      "/**\n * @default 2\u20134\n * @example \u201cx\u201d\n * @example <b>1 &lt; 2</b>\n */\n",
    );
  });

  it("cuts between characters", () => {
    expectOneComment(docComment([`${"x".repeat(3999)}😀`]));
  });

  it("is one comment for any text", () => {
    const indents = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), indents, (parts, indent) =>
        expectOneComment(docComment(parts, indent)),
      ),
    );
  });
});

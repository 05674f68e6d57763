import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import Handlebars from "handlebars";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { commentLines, docComment } from "../../src/emit/code/comment.js";
import { literal, literalBlock } from "../../src/emit/code/literal.js";
import { moduleSpecifier } from "../../src/emit/code/module-specifier.js";
import { template } from "../../src/emit/code/template.js";
import { TypeCode } from "../../src/emit/code/type.js";
import type { Json } from "../../src/json/index.js";
import { PAYLOADS } from "./payloads.js";
import { parsed, textFaults } from "./shape.js";

const cases = PAYLOADS.map(({ name, text }) => [name, text] as const);
const texts = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PAYLOADS.map(({ text }) => text)));

/** A value as JSON has it, of texts that are hostile. */
const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    texts,
    fc.constantFrom(null, true, 0, -0.5, 1e300),
    fc.array(tie("value")),
    fc.array(fc.tuple(texts, tie("value"))).map((entries) => Object.fromEntries(entries) as Json),
  ),
})).value;

/** The value of an expression in TypeScript. */
function evaluated(code: string): unknown {
  const { outputText } = ts.transpileModule(`(${code})`, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  return runInNewContext(outputText, Object.create(null));
}

describe("literalBlock", () => {
  it.each(cases)("with %s evaluates to the value, and is only a literal", (_, text) => {
    const value = { [text]: [text, { [text]: text.repeat(3) }], list: Array.from({ length: 20 }, () => text) };
    const code = literalBlock(value, 2);
    expect(JSON.stringify(evaluated(code))).toBe(JSON.stringify(value));
    expect(textFaults(parsed("a.ts", `export const a = ${code};`))).toEqual([]);
  });

  it("comes back whatever the value", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 120 }), (value, indent) => {
        expect(JSON.stringify(evaluated(literalBlock(value, indent)))).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe("literal", () => {
  const none = [undefined, () => 1, Symbol("a"), 1n, Number.NaN, Number.POSITIVE_INFINITY, { a: () => 1 }, [undefined]];
  it.each(none.map((value) => [String(typeof value), value]))("refuses %s, which JSON does not have", (_, value) => {
    expect(() => literal(value as Json)).toThrow("not a JSON value");
  });
});

describe("commentLines", () => {
  it.each(cases)("of %s are harmless anywhere in a comment", (_, text) => {
    const lines = commentLines(text);
    const code = `/*\n${lines.join("\n")}\n*/\n${docComment([text, ...lines], 2)}export const a = 1;\n`;
    const file = parsed("a.ts", code);
    expect(file.statements).toHaveLength(1);
    expect(textFaults(file)).toEqual([]);
  });

  it("are comment lines for any text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of commentLines(text)) expect(line).not.toMatch(/\*\/|[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe("the helpers of templates check again", () => {
  const render = (source: string, data: object) => {
    const code = Handlebars.precompile(source, { noEscape: true }) as string;
    return template(new Function(`return ${code}`)() as TemplateSpecification)(data);
  };

  it.each<[source: string, value: unknown]>([
    ["{{identifier a}}", "a;b"],
    ["{{identifier a}}", ""],
    ["{{type a}}", "string; evil()"],
    ["{{type a}}", { text: "evil()" }],
    ["{{module a}}", "a\nb"],
    ["{{module a}}", ""],
    ["{{literal a}}", () => "evil()"],
    ["{{block a}}", () => "evil()"],
  ])("%s does not print %j", (source, a) => {
    expect(() => render(source, { a })).toThrow();
  });

  it.each<[source: string, value: unknown, want: string]>([
    ["{{identifier a}}", "get", "get"],
    ["{{string a}}", 'a";b', '"a\\";b"'],
    ["{{key a}}", "__proto__", '["__proto__"]'],
    ["{{literal a}}", { "a-b": ["`"] }, '{ "a-b": ["`"] }'],
    ["{{block a}}", [1, "</script>"], '[1, "\\u003c/script>"]'],
    ["{{module a}}", './a".js', '"./a\\".js"'],
    ["{{doc a}}", { parts: ["*/ evil() /*"] }, "/** *\\/ evil() /\\* */\n"],
    ["{{type a}}", new TypeCode("string"), "string"],
  ])("%s of %j is %j", (source, a, want) => {
    expect(render(source, { a })).toBe(want);
  });

  it.each(cases)("moduleSpecifier of %s is one string, or refused", (_, text) => {
    let code = '""';
    try {
      code = moduleSpecifier(text);
    } catch {}
    expect(parsed("a.ts", `import ${code};`).parseDiagnostics).toEqual([]);
  });
});

describe("there is one boundary", () => {
  const source = join(import.meta.dirname, "../../src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.d)\.ts$/.test(file));
  const holding = (pattern: RegExp) => {
    const found = files.filter((file) => pattern.test(readFileSync(join(source, file), "utf8")));
    return found.map((file) => file.replaceAll("\\", "/")).sort();
  };

  it("Handlebars is in one file", () => {
    expect(holding(/from "handlebars/)).toEqual(["emit/code/template.ts"]);
  });

  it("only the printer of types, and the module that joins its output, create types", () => {
    const makers = holding(/new TypeCode\(/);
    expect(makers).toEqual(["emit/types/result.ts", "emit/types/syntax/print.ts"]);
  });
});

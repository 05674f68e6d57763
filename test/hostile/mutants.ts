/** A change that takes away a part of the escaping, and a case that has to show it. */
export interface Mutant {
  /** In src/emit/code. */
  file: string;
  from: string;
  to: string;
  /** Names of a payload, a position, and the beginning of a form's. */
  shownBy: [payload: string, position: string, form: string];
}

const STRING = "string-literal.ts";
const COMMENT = "comment.ts";
const TEMPLATE = "template.ts";

function withoutClass(file: string, [name, payload]: [string, string], position: string): Mutant {
  return { file, from: `\\p{${name}}`, to: "", shownBy: [payload, position, "integration, J"] };
}

const CLASSES: [string, string][] = [
  ["Cc", "ESC"],
  ["Cf", "an override of direction"],
  ["Cs", "a lone high surrogate"],
  ["Co", "a private character"],
  ["Cn", "an unassigned character"],
];

/** What a comment loses with each step of its cleaning. */
const COMMENTS: Mutant[] = (
  [
    ['.replaceAll("*/", "*\\\\/")', "an end of comment"],
    ['.replaceAll("/*", "/\\\\*")', "ends of comments in a row"],
    ['.replace(/<(?=\\/?(?:script|style)|!--)/gi, "<\\\\")', "the end of a script"],
    ["script|style", "the end of a style", "script"],
    ["|!--", "an HTML comment"],
    ["ts-|", "@ts-nocheck"],
    ["jsx|", "a JSX pragma"],
    ["license|preserve|", "@license"],
    ["|__|", "a pure mark", "|"],
    ['.replace(/#(?=__|\\s*source(?:Mapping)?URL)/gi, "# -")', "a source map"],
    ["#(?=__|", "a pure mark", "#(?="],
    ["$-)+", "an end of comment", "$-*+"],
    ["=-?", "the end of a script", "<-?"],
    ["?A", "@ts-nocheck", "?@A"],
    ['"$-', "a source map", '"-'],
    ["A-~]", "a private character", "A-\\uffff]"],
  ] as [string, string, string?][]
).map(([from, payload, to = ""]) => ({
  file: COMMENT,
  from,
  to,
  shownBy: [payload, "summary", "integration, J"],
}));

/** The ways in which each function of the boundary can let a text through. */
export const MUTANTS: readonly Mutant[] = [
  ...CLASSES.map((one) => withoutClass(STRING, one, "enum")),
  withoutClass(STRING, ["Zl", "a line separator"], "enum"),
  withoutClass(STRING, ["Zp", "a paragraph separator"], "enum"),
  { file: STRING, from: '/["\\\\<', to: "/[\\\\<", shownBy: ["a double quote", "enum", "integration, T"] },
  { file: STRING, from: '/["\\\\<', to: '/["<', shownBy: ["a backslash at the end", "enum", "integration, T"] },
  { file: STRING, from: '/["\\\\<', to: '/["\\\\', shownBy: ["the end of a script", "enum", "integration, T"] },
  {
    file: STRING,
    from: 'padStart(4, "0")',
    to: "toString()",
    shownBy: ["NUL before a digit", "enum", "integration, T"],
  },
  ...COMMENTS,
  ...CLASSES.map((one) => withoutClass(COMMENT, one, "summary")),
  {
    file: COMMENT,
    from: "lines.map(harmless)",
    to: "lines",
    shownBy: ["an end of comment", "summary", "integration, J"],
  },
  {
    file: "property-key.ts",
    from: "isAsciiIdentifier(name) ?",
    to: "true ?",
    shownBy: ["an end of type", "property", "integration, T"],
  },
  {
    file: "property-key.ts",
    from: ": stringLiteral(name)",
    to: ": name",
    shownBy: ["an end of type", "property", "function"],
  },
  {
    file: "property-key.ts",
    from: 'name === "__proto__"',
    to: "false",
    shownBy: ["__proto__", "property", "function"],
  },
  {
    file: "literal.ts",
    from: "return stringLiteral(value)",
    to: 'return `"${value}"`',
    shownBy: ["a double quote", "path", "function"],
  },
  {
    file: "literal.ts",
    from: 'propertyKey(key, "object")}: ${oneLine(',
    to: "key}: ${oneLine(",
    shownBy: ["a computed key", "query parameter", "integration, J"],
  },
  {
    file: "literal.ts",
    from: 'propertyKey(key, "object")}: ${literalBlock(',
    to: "key}: ${literalBlock(",
    shownBy: ["a way up", "path", "function"],
  },
  {
    file: TEMPLATE,
    from: "stringLiteral(value)",
    to: '`"${value}"`',
    shownBy: ["a double quote", "path", "integration, J"],
  },
  { file: TEMPLATE, from: 'propertyKey(name, "object")', to: "name", shownBy: ["a way up", "path", "integration, J"] },
  {
    file: TEMPLATE,
    from: "literal: (value: Json) => literal(value)",
    to: "literal: (value: Json) => String(Object.keys(value as object))",
    shownBy: ["a call", "query parameter", "integration, J"],
  },
  {
    file: TEMPLATE,
    from: "literalBlock(value)",
    to: "JSON.stringify(value)",
    shownBy: ["__proto__", "property", "function"],
  },
  {
    file: TEMPLATE,
    from: "docComment(doc.parts, doc.indent)",
    to: "`/** ${doc.parts.join(' ')} */\\n`",
    shownBy: ["an end of comment", "summary", "integration, J"],
  },
];

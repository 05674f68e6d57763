import { describe, expect, test } from "vitest";
import { connectorUses, detectBackend, stampText } from "../../src/project/index.js";
import { folderOf } from "./support.js";

/** `file:line type` of each use, files without the project's folder. */
async function usesIn(files: Record<string, string>): Promise<string[]> {
  const folder = folderOf(files);
  const uses = await connectorUses(await detectBackend(folder));
  return uses.map(({ file, line, type }) => `${file.replace(`${folder}/base44/`, "")}:${line} ${type}`);
}

describe("a text", () => {
  test.each<[string, string, string[]]>([
    ["a connection", 'await connectors.getConnection("slack");', ["1 slack"]],
    ["single quotes, spaces, lines", "\n\ngetConnection (\n  'slack'\n)", ["3 slack"]],
    ["a template without anything in it", "getConnection(`slack`)", ["1 slack"]],
    ["type arguments", 'getConnection<Foo>("slack")', ["1 slack"]],
    ["a metered call", 'connectors.callApi("x", { method: "GET" })', ["1 x"]],
    ["what older code calls", 'connectors.getAccessToken("gmail")', ["1 gmail"]],
    ["two on a line, by their place", 'f(getConnection("b"), getConnection("a"))', ["1 b", "1 a"]],
    ["not a variable", "getConnection(type)", []],
    ["not a sum", 'getConnection("a" + b)', []],
    ["not another method", 'getWorkspaceConnection("id"); myGetConnection("x"); getConnections("x")', []],
    ["not in a line comment", '// getConnection("slack")\nx', []],
    ["not in a block comment", '/* getConnection("slack")\n*/', []],
    ["not in an open comment", '/* getConnection("slack")', []],
    ["not in a string", `"getConnection('slack')"`, []],
    ["not in a template's text", "`getConnection('slack') ${1} getConnection('slack')`", []],
    ["in a template's expression", "`${ { a: getConnection('slack') } } //`; getConnection('b')", ["1 slack", "1 b"]],
    ["in a template in a template", "`${ `${ getConnection('slack') }` }`; getConnection('b')", ["1 slack", "1 b"]],
    ["after a string with a comment's marks", 'f("http://x /*"); getConnection("a")', ["1 a"]],
    ["after a template with a comment's marks", "f(`http://x */* ${y}`); getConnection('a')", ["1 a"]],
    ["after a regular expression", `s.replace(/["'\`/]|\\/\\*/g, ""); return /[/]"/; getConnection('a')`, ["1 a"]],
    ["after a division", "const a = b / 2; c(d[0] / 3) / 4; // '\ngetConnection('a')", ["2 a"]],
    ["after an apostrophe that never ends", "don't\ngetConnection('a')", ["2 a"]],
  ])("%s", async (_, text, expected) => {
    const uses = await usesIn({ "base44/functions/f/entry.ts": text });
    expect(uses).toEqual(expected.map((use) => `functions/f/entry.ts:${use}`));
  });
});

test("functions and shared files, in JavaScript and TypeScript, but not generated ones", async () => {
  const text = 'getConnection("slack");\n';
  const generated = stampText(text, { language: "ts" });
  const files = {
    "base44/functions/b/entry.js": text,
    "base44/functions/a/deep/helper.ts": text,
    "base44/functions/a/handler.ts": generated,
    "base44/functions/a/edited.ts": `${generated}//\n`,
    "base44/functions/a/node_modules/p/index.js": text,
    "base44/functions/a/notes.md": text,
    "base44/shared/token.ts": text,
    "src/x.ts": text,
  };
  expect(await usesIn(files)).toEqual([
    "functions/a/deep/helper.ts:1 slack",
    "functions/b/entry.js:1 slack",
    "shared/token.ts:1 slack",
  ]);
});

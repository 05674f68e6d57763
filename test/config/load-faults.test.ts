import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.js";
import type { DiagnosticError } from "../../src/diagnostics/index.js";
import { faultsOf, lines, project } from "./project.js";

/** A text whose bytes in UTF-8 are those of another in UTF-16, but for the byte order mark, which UTF-8 has no bytes for. */
function inUtf16(text: string): string {
  return `\ufffd\ufffd${Buffer.from(text, "utf16le").toString()}`;
}

describe("a config that does not load", () => {
  test.each<[string, Record<string, string>, string]>([
    [
      "syntax",
      { "c.ts": "export default {\n  apis: {\n    a: = 3,\n  },\n};" },
      "c.ts:3:8 The config does not load: syntax error: Unexpected token.",
    ],
    [
      "syntax of an import",
      { "c.mjs": `import "./h.mjs";`, "h.mjs": "\nexport const = 1;" },
      "h.mjs:2:14 `h.mjs`, which the config imports, does not load: syntax error: Unexpected token.",
    ],
    [
      "a merge that is not ended",
      { "c.ts": "export default { apis: {\n<<<<<<< HEAD\n  a: 1,\n=======\n  b: 1,\n>>>>>>> x\n} };" },
      "c.ts:2:1 The config does not load: it has merge conflict markers.",
    ],
    [
      "the same in JSON",
      { "c.json": '{ "apis": {\n<<<<<<< HEAD\n  "a": 1\n=======\n  "b": 1\n>>>>>>> x\n} }' },
      "c.json:2:1 The config does not load: it has merge conflict markers.",
    ],
    [
      "the same in an import",
      { "c.mjs": `import "./h.mjs";`, "h.mjs": "<<<<<<< HEAD\nexport const a = 1;\n=======\n>>>>>>> x\n" },
      "h.mjs:1:1 `h.mjs`, which the config imports, does not load: it has merge conflict markers.",
    ],
    [
      "UTF-16, as PowerShell may write it",
      { "c.ts": inUtf16("export default { apis: {} };\r\n") },
      "c.ts The config does not load: it is UTF-16, not UTF-8.",
    ],
    [
      "the same in JSON",
      { "c.json": inUtf16('{ "apis": {} }\r\n') },
      "c.json The config does not load: it is UTF-16, not UTF-8.",
    ],
    [
      "syntax beside an await",
      { "c.ts": "await 1;\nexport default {\n  a: = 3 };" },
      "c.ts:3:6 The config does not load: syntax error: Unexpected token.",
    ],
    [
      "a throw",
      { "c.ts": `interface A {\n  a: string;\n}\nconst a = 1;\nthrow new Error("no\\n  luck.");` },
      "c.ts:5:7 The config does not load: it throws: no luck.",
    ],
    [
      "a throw in a function",
      { "c.js": "export default () => {\n  return undefined.x;\n};" },
      "c.js:2:20 The config does not load: it throws a TypeError: Cannot read properties of undefined (reading 'x').",
    ],
    [
      "a throw in CommonJS",
      { "c.js": "const a = 1;\nmodule.exports = a.b.c;" },
      "c.js:2:22 The config does not load: it throws a TypeError: Cannot read properties of undefined (reading 'c').",
    ],
    [
      "a throw in an import",
      { "c.ts": `import "./h";`, "h.ts": "\n\nx.y();\ndeclare const x: { y(): void };" },
      "h.ts:3:1 `h.ts`, which the config imports, does not load: it throws a ReferenceError: x is not defined.",
    ],
    [
      "a throw after an await",
      { "c.ts": `const a: number = await 1;\n\nthrow new Error("late");` },
      "c.ts:3:7 The config does not load: it throws: late.",
    ],
    [
      "a rejection",
      { "c.mjs": `export default Promise.reject("no");` },
      `c.mjs The config does not load: it throws "no".`,
    ],
    [
      "a missing file",
      { "c.ts": `import "./x";\nimport { h } from "./h";\nh();`, "h.ts": "", "x.ts": `import "./y.js"` },
      "x.ts:1:8 `x.ts`, which the config imports, does not load: the file `./y.js` does not exist.",
    ],
    [
      "a missing package",
      {
        "c.ts": `import a from "./a";\nimport { z } from "not-there-at-all";\nexport default z(a);`,
        "a.ts": "export default 1",
      },
      "c.ts:2:19 The config does not load: the package `not-there-at-all` is not installed.",
    ],
    [
      "what only the engine refuses",
      { "c.ts": "const a = 1;\nconst b = /(/;" },
      "c.ts:2:11 The config does not load: syntax error: Invalid regular expression: /(/: Unterminated group.",
    ],
    [
      "broken JSON that is imported",
      { "c.ts": `import j from "./j.json";\nexport default j;`, "j.json": "{\n  a: 1 }" },
      `j.json:2:3 \`j.json\`, which the config imports, does not load: a key in double quotes is expected.`,
    ],
    [
      "broken JSON",
      { "c.json": `{\n  "apis": {\n    "a": 1,\n  }\n}` },
      `c.json:4:3 The config does not load: there is an extra comma before this "}".`,
    ],
    [
      "JSON with comments",
      { "c.json": `{\n  // none\n}` },
      "c.json:2:3 The config does not load: JSON has no comments.",
    ],
    [
      "JSON that ends early",
      { "c.json": `{ "apis": {` },
      "c.json:1:12 The config does not load: the file ends before the value is complete.",
    ],
    [
      "JSON with more after it",
      { "c.json": "{}\n]" },
      "c.json:2:1 The config does not load: there is more content after the end of the value.",
    ],
    [
      "an empty JSON file",
      { "c.json": "" },
      "c.json:1:1 The config does not load: the file ends before the value is complete.",
    ],
    [
      "JSON in single quotes",
      { "c.json": `{ 'apis': 1 }` },
      "c.json:1:3 The config does not load: a key in double quotes is expected.",
    ],
    [
      "JSON without a colon",
      { "c.json": `{ "apis" {} }` },
      "c.json:1:10 The config does not load: a colon is missing after the key.",
    ],
    [
      "an unfinished JSON string",
      { "c.json": `[1, "a\nb"]` },
      "c.json:1:7 The config does not load: a string contains a line break or control character.",
    ],
    ["JSON without a comma", { "c.json": `[1 2]` }, `c.json:1:4 The config does not load: a comma or "]" is missing.`],
  ])("%s", async (_, files, wanted) => {
    expect(lines(await faultsOf(files))).toEqual([`B44-503 ${wanted}`]);
  });

  test("an engine error other than a syntax error counts as thrown by the config", async () => {
    const [line] = lines(await faultsOf({ "c.ts": `const a = 1;\nexport default JSON.parse("{");` }));
    expect(line).toMatch(/^B44-503 c\.ts:2:\d+ The config does not load: it throws a SyntaxError: .* JSON/);
  });

  test("is located through a link", async () => {
    const folder = project({ "real/c.ts": `import "./h";`, "real/h.ts": `\nthrow new Error("no");` });
    symlinkSync(join(folder, "real"), join(folder, "link"), "junction");
    const error = await loadConfig(join(folder, "link/c.ts")).catch((thrown: DiagnosticError) => thrown);
    expect((error as DiagnosticError).diagnostics[0]!.location).toMatchObject({
      file: join(folder, "link/h.ts"),
      line: 2,
    });
  });

  test("does not exist, or is not a config", async () => {
    const folder = project({ "c.yaml": "apis: {}" });
    mkdirSync(join(folder, "folder.ts"));
    for (const [name, wanted] of [
      ["none.ts", "B44-502 The config file `none.ts` does not exist."],
      ["folder.ts", "B44-508 The config `folder.ts` is a folder."],
      ["c.yaml", "B44-508 `c.yaml` is not a .ts, .js, .mjs or .json file."],
    ] as const) {
      const error = await loadConfig(join(folder, name)).catch((thrown: Error) => thrown);
      expect((error as Error).message.replaceAll(`${folder}/`, "")).toBe(wanted);
    }
  });
});

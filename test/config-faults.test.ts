import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configMarkdown, describeConfig } from "../src/config/document.js";
import { loadConfig } from "../src/config/index.js";
import { type Diagnostic, DiagnosticError } from "../src/diagnostics/index.js";
import { project } from "./config-project.js";

async function faultsOf(files: Record<string, string>, name = Object.keys(files)[0]!): Promise<Diagnostic[]> {
  const folder = project(files);
  try {
    await loadConfig(join(folder, name));
  } catch (error) {
    if (error instanceof DiagnosticError) return relativeTo(folder, error.diagnostics);
    throw error;
  }
  return [];
}

function relativeTo(folder: string, diagnostics: Diagnostic[]): Diagnostic[] {
  return JSON.parse(JSON.stringify(diagnostics).replaceAll(`${folder}/`, ""));
}

/** `code file:line:column message` of each. */
function lines(diagnostics: Diagnostic[]): string[] {
  return diagnostics.map(({ code, location, message }) => {
    const place = [location?.file, location?.line, location?.column].filter((part) => part !== undefined).join(":");
    return `${code} ${place} ${message}`;
  });
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
      "x.ts:1:8 `x.ts`, which the config imports, does not load: there is no file `./y.js`.",
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
      `j.json:2:3 \`j.json\`, which the config imports, does not load: a key in double quotes is expected, not "a".`,
    ],
    [
      "broken JSON",
      { "c.json": `{\n  "apis": {\n    "a": 1,\n  }\n}` },
      "c.json:4:3 The config does not load: there is a comma too many before this `}`.",
    ],
    [
      "JSON with comments",
      { "c.json": `{\n  // none\n}` },
      "c.json:2:3 The config does not load: JSON has no comments.",
    ],
    [
      "JSON that ends early",
      { "c.json": `{ "apis": {` },
      "c.json:1:12 The config does not load: a key in double quotes is expected, not the end of the file.",
    ],
    [
      "JSON with more after it",
      { "c.json": "{}\n]" },
      `c.json:2:1 The config does not load: there is "]" after the end of the value.`,
    ],
    [
      "an empty JSON file",
      { "c.json": "" },
      "c.json:1:1 The config does not load: a value is expected, not the end of the file.",
    ],
    [
      "JSON in single quotes",
      { "c.json": `{ 'apis': 1 }` },
      `c.json:1:3 The config does not load: a key in double quotes is expected, not "'".`,
    ],
    [
      "JSON without a colon",
      { "c.json": `{ "apis" {} }` },
      `c.json:1:10 The config does not load: \`:\` after the key is expected, not "{".`,
    ],
    [
      "an unfinished JSON string",
      { "c.json": `[1, "a\nb"]` },
      `c.json:1:5 The config does not load: a value is expected, not "\\"".`,
    ],
    [
      "JSON without a comma",
      { "c.json": `[1 2]` },
      `c.json:1:4 The config does not load: \`,\` or \`]\` is expected, not "2".`,
    ],
  ])("%s", async (_, files, wanted) => {
    expect(lines(await faultsOf(files))).toEqual([`B44-503 ${wanted}`]);
  });

  test("an error of the engine that is no error of syntax is thrown by the config", async () => {
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

  test("is not there, or is no config", async () => {
    const folder = project({ "c.yaml": "apis: {}" });
    mkdirSync(join(folder, "folder.ts"));
    for (const [name, wanted] of [
      ["none.ts", "B44-502 There is no config file `none.ts`."],
      ["folder.ts", "B44-508 The config `folder.ts` is a folder."],
      ["c.yaml", "B44-508 `c.yaml` is not a .ts, .js, .mjs or .json file."],
    ] as const) {
      const error = await loadConfig(join(folder, name)).catch((thrown: Error) => thrown);
      expect((error as Error).message.replaceAll(`${folder}/`, "")).toBe(wanted);
    }
  });
});

const GOOD = `spec: "./s.yaml", operations: ["get:/a"]`;

describe("a config that is wrong", () => {
  test.each<[string, string, string[]]>([
    [
      "an unknown key with a near one",
      `{\n  apis: {\n    "my-crm": {\n      spec: "s",\n      operatons: ["get:/a"],\n    },\n  },\n}`,
      ["B44-504 c.ts:5:7 Unknown key `apis.my-crm.operatons`: did you mean `operations`?"],
    ],
    ["an unknown key without", `{\n  apis: {},\n  targets: ["app"] }`, ["B44-504 c.ts:3:3 Unknown key `targets`."]],
    [
      "an unknown key deep in a union",
      `{ apis: {},\n client: { module: "m", exprot: "e" } }`,
      ["B44-504 c.ts:2:25 Unknown key `client.exprot`: did you mean `export`?"],
    ],
    [
      "missing keys",
      `{\n  output: "o",\n apis: { a: { via: "integration" } } }`,
      [
        "B44-504 c.ts:3:10 `apis.a.spec` is missing: it must be a path or a URL (a string).",
        'B44-504 c.ts:3:10 `apis.a.operations` is missing: it must be a list of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all".',
      ],
    ],
    ["no apis", `{}`, ["B44-504 c.ts `apis` is missing: it must be an object of APIs by name."]],
    [
      "wrong types",
      `{\n  output: 5,\n  errors: "trow",\n  lang: null,\n  client: true,\n  apis: { a: {\n    spec: ["x"], operations: "get:/a", allowHost: "h" } } }`,
      [
        "B44-504 c.ts:2:3 `output` must be the path of a folder (a string), but it is 5.",
        'B44-504 c.ts:3:3 `errors` must be "result" or "throw", but it is "trow".',
        'B44-504 c.ts:4:3 `lang` must be "ts" or "js", but it is null.',
        "B44-504 c.ts:5:3 `client` must be a module specifier (a string), `{ module, export }`, or false, but it is true.",
        "B44-504 c.ts:7:5 `apis.a.spec` must be a path or a URL (a string), but it is a list.",
        'B44-504 c.ts:7:18 `apis.a.operations` must be a list of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all", but it is "get:/a".',
        'B44-504 c.ts:7:40 `apis.a.allowHost` must be a list of host names (strings), but it is "h".',
      ],
    ],
    [
      "apis as a list",
      `{ apis: [{ ${GOOD} }] }`,
      ["B44-504 c.ts:1:18 `apis` must be an object of APIs by name, but it is a list."],
    ],
    [
      "an API as a string",
      `{ apis: { a: "s.yaml" } }`,
      ['B44-504 c.ts:1:26 `apis.a` must be an object with `spec` and `operations`, but it is "s.yaml".'],
    ],
    [
      "empty values",
      `{ output: "", client: " ", apis: { a: { spec: "", operations: [] },\n b: { spec: "s", operations: ["get:/a",\n  "", 3] } } }`,
      [
        "B44-504 c.ts:1:18 `output` must not be empty.",
        'B44-504 c.ts:1:30 `client` must not be empty, but it is " ".',
        "B44-504 c.ts:1:56 `apis.a.spec` must not be empty.",
        "B44-504 c.ts:1:66 `apis.a.operations` must name at least one operation, but it is an empty list.",
        "B44-504 c.ts:3:3 `apis.b.operations[0]` must not be empty.".replace("[0]", "[1]"),
        "B44-504 c.ts:3:7 `apis.b.operations[2]` must be a string, but it is 3.",
      ],
    ],
    [
      "an export that is no name",
      `{ client: { module: "m", export: "a-b" }, apis: {} }`,
      ['B44-504 c.ts:1:41 `client.export` must be a name that a module can export, but it is "a-b".'],
    ],
    [
      "ways of later versions",
      `{ apis: {\n a: { via: { connector: "gmail" }, ${GOOD} },\n b: { via: { function: {} }, ${GOOD} },\n c: { via: "function", ${GOOD} } } }`,
      ["an object", "an object", '"function"'].map(
        (given, index) =>
          `B44-504 c.ts:${index + 2}:7 \`apis.${"abc"[index]}.via\` must be "integration": this version of b44-gen writes custom integrations only, but it is ${given}.`,
      ),
    ],
    [
      "names that are no slugs",
      `{ apis: {\n "my crm": { ${GOOD} },\n "-a": { ${GOOD} },\n "": { ${GOOD} },\n ${"x".repeat(65)}: { ${GOOD} },\n ["__proto__"]: { ${GOOD} } } }`,
      [
        "B44-505 c.ts:1:18 `__proto__` cannot be the name of an API: it must begin with a letter or digit and hold only letters, digits, `-` and `_`.",
        "B44-505 c.ts:2:2 `my crm` cannot be the name of an API: it must begin with a letter or digit and hold only letters, digits, `-` and `_`.",
        "B44-505 c.ts:3:2 `-a` cannot be the name of an API: it must begin with a letter or digit and hold only letters, digits, `-` and `_`.",
        "B44-505 c.ts:4:2 `` cannot be the name of an API: it must begin with a letter or digit and hold only letters, digits, `-` and `_`.",
        `B44-505 c.ts:5:2 \`${"x".repeat(65)}\` cannot be the name of an API: it has more than 64 characters.`,
      ],
    ],
    [
      "names that differ in case only",
      `{ apis: {\n crm: { ${GOOD} },\n CRM: { ${GOOD} } } }`,
      ["B44-504 c.ts:3:2 The APIs `crm` and `CRM` have the same name but for upper and lower case."],
    ],
    ["a name of Object.prototype", `{ apis: { constructor: { ${GOOD} }, toString: { ${GOOD} } } }`, []],
    ["no config at all", "undefined", ["B44-504 c.ts The config must be an object with `apis`, but it is undefined."]],
    ["a list", "[]", ["B44-504 c.ts The config must be an object with `apis`, but it is an empty list."]],
  ])("%s", async (_, config, wanted) => {
    expect(lines(await faultsOf({ "c.ts": `export default ${config};` }))).toEqual(wanted);
  });

  test("is located in what a call or a wrapper holds, else at the nearest key", async () => {
    const text = `import { defineConfig } from "b44-gen";
const shared = { output: 5 };
const crm = { spec: "s", operatons: [] };
export default defineConfig({
  ...{ errors: "no" },
  lang: "py" as never,
  apis: {
    crm,
    "a": wrap({ "spec": 1, operations: "all" }),
    ["b" + "c"]: { spec: 2, operations: "all" },
  },
} as any);
function wrap<T>(value: T) {
  return value;
}
void shared;
`;
    expect(lines(await faultsOf({ "c.ts": text })).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "B44-504 c.ts:5:8",
      "B44-504 c.ts:6:3",
      "B44-504 c.ts:7:3",
      "B44-504 c.ts:8:5",
      "B44-504 c.ts:9:17",
    ]);
  });

  test("has line, column and pointer in JSON", async () => {
    const text = `{\n  "apis": {\n    "a/b": { "spec": "s", "operations": [\n      "get:/a", ""] },\n    "c": {}\n  }, "lang": 1\n}`;
    const diagnostics = await faultsOf({ "c.json": text });
    expect(diagnostics.map(({ code, location }) => ({ code, ...location }))).toEqual([
      { code: "B44-505", file: "c.json", pointer: "/apis/a~1b", line: 3, column: 5 },
      { code: "B44-504", file: "c.json", pointer: "/apis/a~1b/operations/1", line: 4, column: 17 },
      { code: "B44-504", file: "c.json", pointer: "/apis/c/spec", line: 5, column: 5 },
      { code: "B44-504", file: "c.json", pointer: "/apis/c/operations", line: 5, column: 5 },
      { code: "B44-504", file: "c.json", pointer: "/lang", line: 6, column: 6 },
    ]);
    expect(lines(await faultsOf({ "c.json": "{}" }))).toEqual([
      "B44-504 c.json:1:1 `apis` is missing: it must be an object of APIs by name.",
    ]);
  });

  test("says when JSON has a key twice, which would silently drop the first", async () => {
    const api = `{ "spec": "s", "operations": "all" }`;
    const text = `{ "apis": { "a": ${api},\n "a": ${api} } }`;
    expect(lines(await faultsOf({ "c.json": text }))).toEqual(["B44-504 c.json:2:2 `apis.a` is there twice."]);
  });

  test("names the keys that there are", async () => {
    const [diagnostic] = await faultsOf({
      "c.json": `{ "apis": { "a": { "spec": "s", "operations": "all", "zzzzzz": 1 } } }`,
    });
    expect(diagnostic!.help).toBe(
      "The keys here are `spec`, `via`, `operations`, `allowFile`, `allowHost`; see docs/config.md.",
    );
  });

  test("that fails while it is read is a config that throws", async () => {
    const text = `export default {\n  get apis() { throw new Error("late"); },\n};`;
    const [line] = lines(await faultsOf({ "c.ts": text }));
    expect(line).toMatch(/^B44-503 c.ts:2:\d+ The config does not load: it throws: late\.$/);
  });
});

describe("documentation", () => {
  test("has every key with its default", () => {
    expect(describeConfig().map((key) => `${key.path}${key.required ? "" : "?"} = ${key.default}`)).toEqual([
      "client? = found in the project",
      "client.module = undefined",
      'client.export? = "base44"',
      'output? = "src/api/generated"',
      'errors? = "result"',
      "lang? = what the project is written in",
      "apis = undefined",
      "apis.*? = undefined",
      "apis.*.spec = undefined",
      'apis.*.via? = "integration"',
      "apis.*.operations = undefined",
      "apis.*.allowFile? = []",
      "apis.*.allowHost? = []",
    ]);
    expect(configMarkdown().trim().split("\n")).toHaveLength(describeConfig().length + 2);
    expect(configMarkdown()).toContain('| `errors` | `"result" \\| "throw"` | `"result"` | What a call does');
  });

  test("says in the types what it says in the schema", () => {
    const types = readFileSync(new URL("../src/config/model.ts", import.meta.url), "utf8").replace(/\s+(\* )?/g, " ");
    for (const { path, description } of describeConfig()) if (path !== "apis.*") expect(types).toContain(description);
  });
});

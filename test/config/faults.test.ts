import { describe, expect, test } from "vitest";
import { faultsOf, lines } from "./project.js";

const GOOD = `spec: "./s.yaml", operations: ["get:/a"]`;

describe("an invalid config", () => {
  test.each<[string, string, string[]]>([
    [
      "an unknown key with a near one",
      `{\n  apis: {\n    "my-crm": {\n      spec: "s",\n      operatons: ["get:/a"],\n    },\n  },\n}`,
      ["B44-504 c.ts:5:7 Unknown key `apis.my-crm.operatons`: did you mean `operations`?"],
    ],
    [
      "an unknown key without",
      `{\n  apis: { a: { ${GOOD} } },\n  plugins: ["app"] }`,
      ["B44-504 c.ts:3:3 Unknown key `plugins`."],
    ],
    [
      "an unknown key deep in a union",
      `{ apis: { a: { ${GOOD} } },\n client: { module: "m", exprot: "e" } }`,
      ["B44-504 c.ts:2:25 Unknown key `client.exprot`: did you mean `export`?"],
    ],
    [
      "missing keys",
      `{\n  output: "o",\n apis: { a: { via: "integration" } } }`,
      [
        "B44-504 c.ts:3:10 `apis.a.spec` is missing: it must be a path or a URL (a string).",
        'B44-504 c.ts:3:10 `apis.a.operations` is missing: it must be an array of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all".',
      ],
    ],
    ["no apis", `{}`, ["B44-504 c.ts `apis` is missing: it must be an object of APIs by name."]],
    [
      "neither apis nor functions",
      `{\n apis: {}, functions: {} }`,
      ["B44-504 c.ts:2:2 `apis` is empty: add an API, or a function under `functions`."],
    ],
    ["functions without apis", `{ functions: { f: {} } }`, []],
    ["no apis, but a mistyped key", `{ apos: {} }`, ["B44-504 c.ts:1:18 Unknown key `apos`: did you mean `apis`?"]],
    [
      "wrong types",
      `{\n  output: 5,\n  errors: "trow",\n  lang: null,\n  client: true,\n  apis: { a: {\n    spec: ["x"], operations: "get:/a", allowHost: "h" } } }`,
      [
        "B44-504 c.ts:2:3 `output` must be the path of a folder (a string), but it is 5.",
        'B44-504 c.ts:3:3 `errors` must be "result" or "throw", but it is "trow".',
        'B44-504 c.ts:4:3 `lang` must be "ts" or "js", but it is null.',
        "B44-504 c.ts:5:3 `client` must be a module specifier (a string), `{ module, export }`, or false, but it is true.",
        "B44-504 c.ts:7:5 `apis.a.spec` must be a path or a URL (a string), but it is an array.",
        'B44-504 c.ts:7:18 `apis.a.operations` must be an array of patterns, for example ["tag:Contacts", "get:/deals/{id}"], or "all", but it is "get:/a".',
        'B44-504 c.ts:7:40 `apis.a.allowHost` must be an array of host names (strings), but it is "h".',
      ],
    ],
    [
      "apis as an array",
      `{ apis: [{ ${GOOD} }] }`,
      ["B44-504 c.ts:1:18 `apis` must be an object of APIs by name, but it is an array."],
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
        "B44-504 c.ts:1:66 `apis.a.operations` must name at least one operation, but it is an empty array.",
        "B44-504 c.ts:3:3 `apis.b.operations[0]` must not be empty.".replace("[0]", "[1]"),
        "B44-504 c.ts:3:7 `apis.b.operations[2]` must be a string, but it is 3.",
      ],
    ],
    [
      "standard input",
      `{ apis: { a: { spec: "-", operations: "all" } } }`,
      [
        'B44-504 c.ts:1:31 `apis.a.spec` must be a path or a URL: a later run cannot read standard input again, but it is "-".',
      ],
    ],
    [
      "an export that is not a name",
      `{ client: { module: "m", export: "a-b" }, apis: { a: { ${GOOD} } } }`,
      ['B44-504 c.ts:1:41 `client.export` must be a name that a module can export, but it is "a-b".'],
    ],
    [
      "an export that generated code cannot name",
      `{ client: { module: "m", export: "clé" }, apis: { a: { ${GOOD} } } }`,
      [
        'B44-504 c.ts:1:41 `client.export` must not contain accented Latin letters, rare letters or look-alike characters, but it is "clé".',
      ],
    ],
    [
      "names that are not slugs",
      `{ apis: {\n "my crm": { ${GOOD} },\n "-a": { ${GOOD} },\n "": { ${GOOD} },\n ${"x".repeat(65)}: { ${GOOD} },\n ["__proto__"]: { ${GOOD} } } }`,
      [
        "B44-505 c.ts:1:18 `__proto__` cannot be the name of an API: it must start with a letter or digit and contain only letters, digits, `-` and `_`.",
        "B44-505 c.ts:2:2 `my crm` cannot be the name of an API: it must start with a letter or digit and contain only letters, digits, `-` and `_`.",
        "B44-505 c.ts:3:2 `-a` cannot be the name of an API: it must start with a letter or digit and contain only letters, digits, `-` and `_`.",
        "B44-505 c.ts:4:2 `` cannot be the name of an API: it must start with a letter or digit and contain only letters, digits, `-` and `_`.",
        `B44-505 c.ts:5:2 \`${"x".repeat(65)}\` cannot be the name of an API: it has more than 64 characters.`,
      ],
    ],
    [
      "names that differ in case only",
      `{ apis: {\n crm: { ${GOOD} },\n CRM: { ${GOOD} } } }`,
      ["B44-504 c.ts:3:2 The APIs `crm` and `CRM` have names that differ only in upper and lower case."],
    ],
    ["a name of Object.prototype", `{ apis: { constructor: { ${GOOD} }, toString: { ${GOOD} } } }`, []],
    ["no config at all", "undefined", ["B44-504 c.ts The config must be an object with `apis`, but it is undefined."]],
    ["an array", "[]", ["B44-504 c.ts The config must be an object with `apis`, but it is an empty array."]],
  ])("%s", async (_, config, wanted) => {
    expect(lines(await faultsOf({ "c.ts": `export default ${config};` }))).toEqual(wanted);
  });

  test("is located inside a call or a wrapper, else at the nearest key", async () => {
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

  const api = `{ "spec": "s", "operations": "all" }`;
  test.each<[file: string, text: string, faults: string[]]>([
    ["c.json", `{ "apis": { "a": ${api},\n "a": ${api} } }`, ["B44-504 c.json:2:2 `apis.a` occurs twice."]],
    ["c.mjs", `export default { apis: { a: ${api},\n "a": ${api} } };`, ["B44-504 c.mjs:2:2 `apis.a` occurs twice."]],
    [
      "c.ts",
      `const c = { apis: { a: { spec: "x",\n spec: "s", operations: "all" } } };\nexport default c;`,
      ["B44-504 c.ts:2:2 `apis.a.spec` occurs twice."],
    ],
  ])("says when %s has a key twice, which would silently drop the first", async (file, text, faults) => {
    expect(lines(await faultsOf({ [file]: text }))).toEqual(faults);
  });

  test("a name in two objects of a JavaScript config is located once", async () => {
    const text = `const all = { spec: "s", operations: "all" };
      const name = "b";
      const make = (a) => { const one = { apis: { x: 1, x: 2 } }; return { ...a, spec: one ? "s" : "t", spec2: 1, ...a }; };
      export default process.env.T44 ? { apis: { a: all } } : { apis: { a: { ...all, ...all }, ["b"]: all, [name]: make(all, all) } };`;
    expect(lines(await faultsOf({ "c.mjs": text }))).toEqual([
      "B44-504 c.mjs:3:43 Unknown key `apis.b.spec2`: did you mean `spec`?",
    ]);
  });

  test("is reported with the keys that exist", async () => {
    const [diagnostic] = await faultsOf({
      "c.json": `{ "apis": { "a": { "spec": "s", "operations": "all", "zzzzzz": 1 } } }`,
    });
    expect(diagnostic!.help).toBe(
      "Valid keys are `spec`, `via`, `operations`, `names`, `scopes`, `access`, `headers`, `requestHeaders`, `responseHeaders`, `streams`, `baseUrl`, `timeout`, `validate`, `allowFile`, `allowHost`; see docs/config.md in the b44-gen package.",
    );
  });

  test("that fails while it is read counts as throwing", async () => {
    const text = `export default {\n  get apis() { throw new Error("late"); },\n};`;
    const [line] = lines(await faultsOf({ "c.ts": text }));
    expect(line).toMatch(/^B44-503 c.ts:2:\d+ The config does not load: it throws: late\.$/);
  });
});

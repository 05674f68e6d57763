import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defineConfig, findConfig, loadConfig } from "../../src/config/index.js";
import { diagnosticOf } from "../support/documents.js";
import { project, write } from "./project.js";

const API = `{ spec: "./crm.yaml", operations: ["get:/contacts"] }`;
const DEFAULTS = { output: "src/api/generated", errors: "result", functions: {}, targets: ["app"] };
const CRM = {
  spec: "./crm.yaml",
  via: "integration",
  operations: ["get:/contacts"],
  scopes: "least",
  access: "user",
  headers: {},
  names: {},
  requestHeaders: [],
  responseHeaders: [],
  streams: [],
  timeout: 60000,
  validate: true,
  allowFile: [],
  allowHost: [],
};
const WANTED = { ...DEFAULTS, apis: { crm: CRM } };

describe("findConfig", () => {
  test("finds the nearest config from the folder upwards", async () => {
    const folder = project({ "b44-gen.config.json": "{}", "a/b44-gen.config.mjs": "", "a/b/c/x": "", "d/x": "" });
    expect(await findConfig(join(folder, "a/b/c"))).toBe(join(folder, "a/b44-gen.config.mjs"));
    expect(await findConfig(join(folder, "d"))).toBe(join(folder, "b44-gen.config.json"));
  });

  test.each(["ts", "js", "mjs", "json"])("takes a .%s", async (extension) => {
    const folder = project({ [`b44-gen.config.${extension}`]: "" });
    expect(await findConfig(folder)).toBe(join(folder, `b44-gen.config.${extension}`));
  });

  test("refuses several in one folder, with help", async () => {
    const folder = project({
      "b44-gen.config.json": "{}",
      "b44-gen.config.ts": "",
      "b44-gen.config.mjs": "",
      "a/x": "",
    });
    const [ts, mjs, json] = ["ts", "mjs", "json"].map((extension) => join(folder, `b44-gen.config.${extension}`));
    const said = await diagnosticOf(findConfig(join(folder, "a")));
    expect([said.code, said.location, said.message]).toEqual([
      "B44-510",
      { file: json },
      `One folder has 3 configs, ${ts}, ${mjs} and ${json}; b44-gen uses none of them.`,
    ]);
    expect(said.help).toContain("--config");
  });

  test("does not leave the repository", async () => {
    const folder = project({
      "b44-gen.config.ts": "",
      "repo/.git/HEAD": "",
      "repo/src/x": "",
      "tree/.git": "gitdir: x",
    });
    expect(await findConfig(join(folder, "repo/src"))).toBeUndefined();
    expect(await findConfig(join(folder, "tree"))).toBeUndefined();
    write(folder, { "repo/b44-gen.config.ts": "" });
    expect(await findConfig(join(folder, "repo/src"))).toBe(join(folder, "repo/b44-gen.config.ts"));
  });

  test("ignores a folder with the config's name", async () => {
    const folder = project({ ".git/HEAD": "" });
    mkdirSync(join(folder, "b44-gen.config.ts"));
    expect(await findConfig(folder)).toBeUndefined();
  });
});

describe("loadConfig", () => {
  const forms: Record<string, Record<string, string>> = {
    "an object": { "b44-gen.config.ts": `export default { apis: { crm: ${API} } }` },
    "defineConfig, which is not installed": {
      "b44-gen.config.ts": `import { defineConfig } from "b44-gen"; export default defineConfig({ apis: { crm: ${API} } });`,
    },
    "TypeScript with an imported helper": {
      "b44-gen.config.ts": `import type { UserConfig } from "b44-gen";\nimport { crm } from "./config/crm";\nexport default { apis: { crm } } satisfies UserConfig;`,
      "config/crm.ts": `import { operations } from "./operations.js";\nexport const crm = { spec: "./crm.yaml", operations: operations as string[] };`,
      "config/operations.ts": `export enum Method { Get = "get" }\nexport const operations = [\`\${Method.Get}:/contacts\`];`,
    },
    "a function": { "b44-gen.config.js": `export default () => ({ apis: { crm: ${API} } })` },
    "an async function": { "b44-gen.config.mjs": `export default async () => ({ apis: { crm: ${API} } })` },
    "a promise": { "b44-gen.config.js": `export default Promise.resolve({ apis: { crm: ${API} } })` },
    "an await at the top level": {
      "b44-gen.config.ts": `import { defineConfig } from "b44-gen";\nconst { crm } = await import("./crm.mjs");\nexport default defineConfig({ apis: { crm } });`,
      "crm.mjs": `export const crm = ${API};`,
    },
    CommonJS: {
      "b44-gen.config.js": `const { defineConfig } = require("b44-gen");\nmodule.exports = defineConfig({ apis: { crm: require("./crm.cjs") } });`,
      "crm.cjs": `module.exports = ${API};`,
    },
    "a CommonJS function": { "b44-gen.config.js": `module.exports = async () => ({ apis: { crm: ${API} } });` },
    "a CommonJS file of ES module syntax": {
      "package.json": `{ "type": "commonjs" }`,
      "b44-gen.config.js": `export default { apis: { crm: ${API} } };`,
    },
    "ES modules by package.json": {
      "package.json": `{ "type": "module" }`,
      "b44-gen.config.js": `import crm from "./crm.json" with { type: "json" };\nexport default { apis: { crm } };`,
      "crm.json": JSON.stringify(CRM),
    },
    JSON: { "b44-gen.config.json": JSON.stringify({ apis: { crm: CRM } }) },
    "JSON with a byte order mark": { "b44-gen.config.json": `\uFEFF${JSON.stringify({ apis: { crm: CRM } })}` },
    "TypeScript with a byte order mark": { "b44-gen.config.ts": `\uFEFFexport default { apis: { crm: ${API} } }` },
    "imports in a circle and twice": {
      "b44-gen.config.ts": `import { a } from "./a";\nimport { b } from "./b";\nexport default { apis: { crm: a() && b() } };`,
      "a.ts": `import { b } from "./b";\nexport const a = () => b();`,
      "b.ts": `import { a } from "./a";\nexport const b = () => (a ? ${API} : null);`,
    },
  };

  test.each(Object.keys(forms))("loads %s", async (form) => {
    const folder = project(forms[form]!);
    const name = Object.keys(forms[form]!).find((path) => path.startsWith("b44-gen"))!;
    const loaded = await loadConfig(join(folder, name));
    expect(loaded.config).toEqual(WANTED);
    expect(loaded.file).toBe(join(folder, name));
    expect(loaded.folder).toBe(folder);
  });

  test("keeps given values and leaves the project's defaults undefined", async () => {
    const config = {
      client: { module: "@/api/base44Client" },
      output: "out",
      errors: "throw",
      lang: "js",
      apis: { crm: { ...CRM, operations: "all", allowFile: ["../common"], allowHost: ["example.com"] } },
      functions: {},
      targets: ["functions", "app"],
    };
    const folder = project({
      "a.json": JSON.stringify(config),
      "b.json": `{ "client": false, "functions": { "f": {} } }`,
    });
    expect((await loadConfig(join(folder, "a.json"))).config).toEqual({
      ...config,
      client: { module: "@/api/base44Client", export: "base44" },
    });
    expect((await loadConfig(join(folder, "b.json"))).config).toEqual({
      ...DEFAULTS,
      client: false,
      apis: {},
      functions: { f: { access: "user" } },
    });
  });

  test.each([
    [
      "ES modules",
      "b44-gen.config.mjs",
      `import { operations } from "./own.mjs"; import j from "./j.json"; import { c } from "./c.cjs";`,
    ],
    [
      "CommonJS",
      "b44-gen.config.js",
      `const { operations } = require("./own.ts"); const j = require("./j.json"); const { c } = require("./c.cjs");`,
    ],
  ])("sees changes when it is called again: %s", async (_, name, imports) => {
    const exported = name.endsWith(".mjs") ? "export default" : "module.exports =";
    const text = (output: string) =>
      `${imports}\n${exported} { output: "${output}", apis: { crm: { spec: j.spec + c, operations } } };`;
    const at = (round: number) => ({
      [name]: text(`out${round}`),
      "own.mjs": `export const operations = ["get:/${round}"];`,
      "own.ts": `export const operations: string[] = ["get:/${round}"];`,
      "j.json": `{ "spec": "${round}" }`,
      "c.cjs": `module.exports.c = "-${round}";`,
    });
    const folder = project({});
    for (const round of [1, 2]) {
      write(folder, at(round));
      const { config } = await loadConfig(join(folder, name));
      expect(config).toMatchObject({
        output: `out${round}`,
        apis: { crm: { operations: [`get:/${round}`], spec: `${round}-${round}` } },
      });
    }
  });

  test("runs a config that throws only once", async () => {
    const folder = project({
      "b44-gen.config.js": `globalThis.__b44Runs = (globalThis.__b44Runs ?? 0) + 1; throw new Error("no");`,
    });
    await expect(loadConfig(join(folder, "b44-gen.config.js"))).rejects.toThrow("B44-503");
    expect((globalThis as { __b44Runs?: number }).__b44Runs).toBe(1);
  });

  test("returns the same inputs as configInputs", async () => {
    const folder = project({
      "b44-gen.config.ts": `import { crm } from "./crm"; export default { apis: { crm } };`,
      "crm.ts": `export const crm = ${API};`,
    });
    const { inputs, pure } = await loadConfig(join(folder, "b44-gen.config.ts"));
    expect(inputs.map((input) => input.path)).toEqual(["b44-gen.config.ts", "crm.ts"]);
    expect(pure).toBe(true);
  });
});

test("defineConfig returns its argument", () => {
  const config = { apis: {} };
  expect(defineConfig(config)).toBe(config);
});

import { describe, expect, test } from "vitest";
import { folderOf } from "./support/folders.js";
import { run } from "./support/in-process.js";
import type { Report } from "./support/report.js";

const GET = { get: { responses: { 204: { description: "" } } } };
const manyPaths = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`/a${index}`, GET]));
const spec = (rest: object) => JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, ...rest });
const SPECS = {
  "package.json": '{\n  "devDependencies": {\n    "@base44/sdk": "0.8.19"\n  }\n}',
  "tsconfig.json": '{\n  // what is checked\n  "include": ["src/pages"]\n}',
  "specs/crm.json": spec({ paths: { "/a": GET } }),
  "specs/many.json": spec({ paths: manyPaths }),
  "specs/none.json": spec({ paths: {}, components: { schemas: { A: { type: "string" } } } }),
};

/** A config in TypeScript, each of these lines by itself. */
const config = (...lines: string[]) => `export default {\n${lines.map((line) => `  ${line},\n`).join("")}};\n`;
const CRM = 'apis: { crm: { spec: "specs/crm.json", operations: "all" } }';
const byFunction = (name: string, more = "") =>
  `apis: {\n    ${name}: {\n      spec: "specs/${name}.json",\n      operations: "all",\n      via: { function: { secrets: {} } },${more}\n    },\n  }`;

type Row = [what: string, wanted: string, files: Record<string, string>, args?: string[]];

describe("a diagnostic has the place to change in the project's own files", () => {
  test.each<Row>([
    [
      "an output folder outside",
      "B44-608 b44-gen.config.ts:2:3",
      { "b44-gen.config.ts": config('output: "../x"', CRM) },
    ],
    [
      "a folder that no Windows has",
      "B44-609 b44-gen.config.ts:3:3",
      { "b44-gen.config.ts": config(CRM, 'output: "src/con"') },
    ],
    [
      "the same in JSON",
      "B44-609 b44-gen.config.json:2:2",
      { "b44-gen.config.json": `{"apis":{"crm":{"spec":"specs/crm.json","operations":"all"}},\n "output": "a?b"}` },
    ],
    [
      "a folder that Base44's config names outside",
      "B44-608 base44/config.jsonc:3:3",
      {
        "b44-gen.config.ts": config(byFunction("crm", ' baseUrl: "https://a.dev",')),
        "base44/config.jsonc": '{\n  "name": "app", // ours\n  "functionsDir": "../../fns"\n}',
      },
    ],
    [
      "a client that is not there",
      "B44-617 b44-gen.config.ts:3:3",
      { "b44-gen.config.ts": config(CRM, 'client: "./nowhere"') },
    ],
    ["an SDK that is too old", "B44-607 package.json:3:5", { "b44-gen.config.ts": config(CRM) }],
    ["a tsconfig that leaves files out", "B44-606 tsconfig.json:3:3", { "b44-gen.config.ts": config(CRM) }],
    ["no such API", "B44-507 b44-gen.config.ts:2:3", { "b44-gen.config.ts": config(CRM) }, ["export", "sales"]],
    [
      "too many operations",
      "B44-204 b44-gen.config.ts:2:44",
      { "b44-gen.config.ts": config('apis: { many: { spec: "specs/many.json", operations: "all" } }') },
    ],
    ["no server", "B44-310 b44-gen.config.ts:3:5", { "b44-gen.config.ts": config(byFunction("crm")) }],
    ["nothing to call", "B44-201 b44-gen.config.ts:4:7", { "b44-gen.config.ts": config(byFunction("none")) }],
    [
      "secrets to set",
      "B44-313 b44-gen.config.ts:6:26",
      {
        "b44-gen.config.ts": config(byFunction("crm", '\n      baseUrl: "https://a.dev",')).replace(
          "{}",
          '{ key: "KEY" }',
        ),
        "specs/crm.json": spec({
          paths: { "/a": GET },
          security: [{ key: [] }],
          components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "K" } } },
        }),
      },
    ],
    [
      "a copy that is missing",
      "B44-701 b44-gen.config.ts:2:18",
      { "b44-gen.config.ts": config('apis: { crm: { spec: "https://a.dev/x.json", operations: "all" } }') },
      ["check"],
    ],
  ])("%s", async (_what, wanted, files, args = []) => {
    const cwd = folderOf({ ...SPECS, ...files });
    const { stdout } = await run([...args, "--json"], { cwd });
    const places = (JSON.parse(stdout) as Pick<Report, "diagnostics">).diagnostics.map(
      ({ code, location }) => `${code} ${location?.file}:${location?.line}:${location?.column}`,
    );
    expect(places).toContain(wanted);
  });
});

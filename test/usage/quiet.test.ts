import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkUsage } from "../../src/check/usage/index.js";
import { folderOf, put } from "../project/support.js";
import { found, usageInput } from "./support.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TEMPLATES = at("test/backend/node_modules/base44/dist/assets/templates");

describe("correct code has no findings", () => {
  test.each([
    "fixtures/apps/template",
    "fixtures/apps/typed",
    "generated/backend-js",
    "generated/crm-js",
    "generated/crm-ts",
  ])("%s", async (path) => {
    const known = usageInput(at(path)).known.map((api) => (api.name === "my-crm" ? { ...api, name: "crm" } : api));
    const operations = [
      { id: "get:/contacts/{id}", name: "getContact", pathParams: ["id"], queryParams: [], hasPayload: false },
    ];
    const crm = {
      ...known[0],
      name: "crm",
      via: "integration" as const,
      module: "x",
      operations: [...(known[0]?.operations ?? []), ...operations],
    };
    expect(await found(at(path), { known: [crm] })).toEqual([]);
  });

  test.skipIf(!existsSync(TEMPLATES))("the templates of Base44's CLI", async () => {
    const templates = readdirSync(TEMPLATES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(templates.length).toBeGreaterThan(0);
    for (const { name } of templates) expect(await found(`${TEMPLATES}/${name}`)).toEqual([]);
  });
});

describe("omitted files", () => {
  const bad = 'import { base44 } from "@/api/base44Client";\nbase44.connectors.getToken("x");\n';
  test.each([
    "node_modules/p/index.js",
    "src/node_modules/p/index.js",
    "dist/page.js",
    "build/page.js",
    "public/page.js",
    ".cache/page.js",
    "src/page.test.js",
    "src/__tests__/page.js",
    "src/page.d.ts",
    "src/api/generated/page.js",
    "src/page.css",
  ])("%s", async (path) => {
    expect(await found(folderOf({ [path]: bad }))).toEqual([]);
  });

  test("what git ignores by name", async () => {
    expect(await found(folderOf({ ".gitignore": "*.log\n/bundle/\n", "bundle/page.js": bad }))).toEqual([]);
  });

  test("and files that are not omitted", async () => {
    const files = ["other/a.js", "src/a.js", "src/b.ts", "src/build/c.js", "src/d.jsx", "src/e.tsx", "src/f.mjs"];
    const root = folderOf(Object.fromEntries(files.map((file) => [file, bad])));
    const { diagnostics } = await checkUsage(usageInput(root));
    expect(diagnostics.map(({ location }) => location?.file.slice(root.length + 1))).toEqual(files);
  });
});

describe("unknown facts have no findings", () => {
  const text = (call: string) => `import { base44 } from "@/api/base44Client";\nawait ${call};\n`;
  test.each<[string, string, object]>([
    ["functions", 'base44.functions.invoke("any")', { functions: undefined }],
    ["functions of a checkout without any", 'base44.functions.invoke("any")', { functions: [] }],
    ["integrations", 'base44.integrations.custom.call("any", "get:/x")', { known: [] }],
  ])("%s", async (_, call, more) => {
    expect(await found(folderOf({ "src/page.js": text(call) }), more)).toEqual([]);
  });

  test("connectors", async () => {
    const entry = 'export default (base44) => base44.asServiceRole.connectors.getConnection("gmail");\n';
    const root = folderOf({ "base44/functions/f/entry.js": entry });
    expect(await found(root, { connectors: undefined })).toEqual([]);
    expect(await found(root)).toEqual(["base44/functions/f/entry.js:1 B44-814"]);
  });

  test("methods that the installed SDK has", async () => {
    const root = folderOf({ "src/page.js": text("base44.connectors.listMine()") });
    expect(await found(root)).toHaveLength(1);
    put(
      root,
      "node_modules/@base44/sdk/dist/modules/connectors.types.d.ts",
      "interface X {\n    listMine(): void;\n    getConnection(): void;\n}\n",
    );
    expect(await found(root)).toEqual([]);
    put(root, "src/page.js", text('base44.connectors.getConnection("slack")'));
    expect(await found(root)).toEqual(["src/page.js:2 B44-812"]);
  });

  test("an integration or operation that may exist is information if no name is similar", async () => {
    const calls = [
      'base44.integrations.custom.call("weather", "get:/x")',
      'base44.integrations.custom.call("my-crm", "post:/reports/yearly")',
      'base44.integrations.custom.call("my-crm", "get:/contacts/search")',
      'base44.integrations.custom.call("my-crm", "delete:/contacts/{contactId}", { pathParams: { contactId: "1" } })',
    ];
    const root = folderOf(Object.fromEntries(calls.map((call, index) => [`src/${index}.js`, text(call)])));
    const { diagnostics } = await checkUsage(usageInput(root));
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["B44-803", "info"],
      ["B44-804", "info"],
      ["B44-804", "info"],
      ["B44-804", "info"],
    ]);
    const known = usageInput(root).known.map((api) => ({ ...api, others: ["get:/reports"] }));
    const sure = (await checkUsage(usageInput(root, { known }))).diagnostics;
    expect(sure.map(({ code, severity }) => [code, severity])).toEqual([
      ["B44-803", "info"],
      ["B44-804", "warning"],
      ["B44-802", "error"],
      ["B44-804", "warning"],
    ]);
  });
});

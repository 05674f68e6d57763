import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cli/support/in-process.js";
import { printedCodes } from "../cli/support/report.js";
import { type Config, compile, STRICT, show } from "./support/compile.js";
import { CLIENT, project } from "./support/project.js";

const PET = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const OWNER = { type: "object", properties: { pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } };

/** Specs of which a custom integration can call nothing, each with the schemas Pet and Owner. */
const SPECS: Record<string, object> = {
  "webhooks only": {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    webhooks: { pet: { post: { requestBody: { content: { "application/json": { schema: PET } } } } } },
    components: { schemas: { Pet: PET, Owner: OWNER } },
  },
  "Swagger 2.0 with definitions only": {
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    paths: {},
    definitions: {
      Pet: PET,
      Owner: { ...OWNER, properties: { pets: { type: "array", items: { $ref: "#/definitions/Pet" } } } },
    },
  },
  "operations that it cannot carry": {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    paths: {
      "/import": {
        post: {
          requestBody: { required: true, content: { "text/xml": { schema: { $ref: "#/components/schemas/Owner" } } } },
          responses: { 200: { description: "", content: { "text/xml": { schema: PET } } } },
        },
      },
    },
    components: { schemas: { Pet: PET, Owner: OWNER } },
  },
};

const PAGE = `import type { Owner, Pet } from "./api/pets.js";
import "./api/index.js";
const pet: Pet = { name: "Rex" };
export const owner: Owner = { pets: [pet] };
// @ts-expect-error A name is a string.
export const wrong: Pet = { name: 1 };
`;

const CONFIG: Config = { compilerOptions: { ...STRICT, allowJs: true } };

describe.each(Object.keys(SPECS))("of a spec with %s, --all writes the types of the schemas", (what) => {
  it.each(["ts", "js"])("for an app in %s, and says that there is nothing to call", async (language) => {
    const folder = project({ "src/page.ts": PAGE, "spec.json": JSON.stringify(SPECS[what]) });
    const args = ["spec.json", "--slug", "pets", "--all", "--out", "src/api", "--lang", language];
    const { status, stderr } = await run(args, { cwd: folder });
    expect(status).toBe(0);
    const said = what.startsWith("operations") ? ["warning B44-301", "warning B44-201"] : ["warning B44-206"];
    expect(printedCodes(stderr)).toEqual(said);
    expect((await compile(folder, "typescript-7", CONFIG, "tsconfig.json")).map(show)).toEqual([]);
  });
});

it("a config with such a spec beside another is up to date after one run, and its index has the other's calls", async () => {
  const apis = {
    pets: { spec: "spec.json", operations: "all" },
    crm: { spec: "crm.json", operations: "all" },
  };
  const crm = {
    openapi: "3.1.0",
    info: { title: "CRM", version: "1" },
    paths: { "/contacts": { get: { operationId: "listContacts", responses: { 200: { description: "" } } } } },
  };
  const folder = project({
    "src/base44Client.ts": CLIENT,
    "src/page.ts": `${PAGE}import { crm } from "./api/index.js";\nexport const contacts = crm.listContacts();\n`,
    "tsconfig.json": JSON.stringify(CONFIG),
    "spec.json": JSON.stringify(SPECS["webhooks only"]),
    "crm.json": JSON.stringify(crm),
    "b44-gen.config.json": JSON.stringify({
      output: "src/api",
      client: { module: "./src/base44Client.js", export: "base44" },
      apis,
    }),
  });
  expect((await run([], { cwd: folder })).status).toBe(0);
  expect((await run(["check"], { cwd: folder })).status).toBe(0);
  expect((await compile(folder, "typescript-7", CONFIG, "tsconfig.json")).map(show)).toEqual([]);
  expect(readFileSync(join(folder, "src/api/index.ts"), "utf8")).not.toContain("pets");
});

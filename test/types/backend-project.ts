import { cpSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../../src/pipeline/run/generate.js";
import type { Way } from "../../src/plan/index.js";
import { DEFAULTS } from "../plan/support.js";
import { everything, portable } from "./backend-specs.js";
import { CLIENT, project, write } from "./support/project.js";

/** The APIs of the test's app: every way, and each kind of connector. */
export const WAYS: Record<string, { spec: object; way: Way }> = {
  everything: { spec: everything, way: { via: "function", secrets: {}, ...DEFAULTS } },
  hosted: { spec: portable, way: { via: "integration" } },
  keyed: { spec: portable, way: { via: "function", secrets: {}, ...DEFAULTS, responseHeaders: ["X-Rate-Limit"] } },
  granted: {
    spec: portable,
    way: {
      via: "function",
      secrets: { token: { clientId: "ID", clientSecret: "SECRET", tokenUrl: "https://id.acme.com/token" } },
      ...DEFAULTS,
    },
  },
  shared: { spec: portable, way: { via: "connector", connection: { kind: "shared", type: "acme" }, ...DEFAULTS } },
  registered: {
    spec: portable,
    way: { via: "connector", connection: { kind: "workspace", id: "c0ffee01" }, ...DEFAULTS },
  },
  personal: { spec: portable, way: { via: "connector", connection: { kind: "appUser", id: "c0ffee02" }, ...DEFAULTS } },
  paid: {
    spec: portable,
    way: { via: "connector", connection: { kind: "metered", type: "x" }, ...DEFAULTS, baseUrl: "https://api.x.com/2" },
  },
};

const INVOICE = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, lines: { type: "array", items: { type: "number" } } },
};

/** A document with a schema that has names which every object has. */
const OWN = {
  openapi: "3.1.0",
  info: { title: "Own", version: "1" },
  paths: {},
  components: {
    schemas: {
      Kept: {
        type: "object",
        properties: { title: { type: "string" }, constructor: { $ref: "#/components/schemas/valueOf" } },
      },
      valueOf: { type: "object", properties: { toString: { type: "string" }, hasOwnProperty: { enum: [1, 2] } } },
    },
  },
};

/** The app's own functions. */
export const FUNCTIONS = {
  sendInvoice: {
    input: INVOICE,
    output: { type: "object", required: ["sent"], properties: { sent: { type: "boolean" } } },
    access: "user" as const,
  },
  ping: { output: { type: "string" }, access: "public" as const },
  keepNote: { input: "./specs/own.json#/components/schemas/Kept", access: "user" as const },
  tellAnything: { input: {}, access: "user" as const },
};

/** Generates everything into `src/api`, and below `base44` where the project's config does not say otherwise. */
async function generateAll(folder: string, language: "ts" | "js"): Promise<void> {
  write(
    folder,
    Object.fromEntries(
      [...Object.entries(WAYS), ["own", { spec: OWN }] as const].map(([name, { spec }]) => [
        `specs/${name}.json`,
        JSON.stringify(spec),
      ]),
    ),
  );
  await generate({
    apis: Object.entries(WAYS).map(([name, { way }]) => {
      return { name, way, spec: join(folder, `specs/${name}.json`), operations: "all" as const, cwd: folder };
    }),
    functions: FUNCTIONS,
    targets: ["app", "functions"],
    folder,
    output: join(folder, "src/api"),
    errors: "result",
    language,
    client: { module: "../base44Client.js", export: "base44" },
    writeConnectors: true,
    anyNumber: true,
    force: false,
    dryRun: false,
    progress: () => {},
  });
}

/** An app with everything in TypeScript, the same in JavaScript under `src/js`, and files of its own. */
export async function backendProject(files: Record<string, string>): Promise<string> {
  const folder = project({ "src/base44Client.ts": CLIENT, "base44/config.jsonc": '{ "name": "app" }', ...files });
  await generateAll(folder, "ts");
  const other = project({ "base44/config.jsonc": '{ "name": "app" }' });
  await generateAll(other, "js");
  cpSync(join(other, "src/api"), join(folder, "src/js"), { recursive: true });
  return folder;
}

import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../src/diagnostics/index.js";
import { isObject, type JsonObject, objectMember, stringMember } from "../../src/json/index.js";
import type { ApiRequest } from "../../src/pipeline/api/planned-api.js";
import { SpecReader } from "../../src/pipeline/api/read-spec.js";
import { type GenerateRequest, generate } from "../../src/pipeline/index.js";
import type { Secret } from "../../src/plan/index.js";
import { temporary } from "../support/temporary-folder.js";

/** What came of a document: files by path, the lock among them; or the diagnostics that say why there are none. */
export interface Output {
  files: Map<string, string>;
  diagnostics: Diagnostic[];
  refused: boolean;
}

/** One of the forms in which everything that b44-gen writes from a spec comes up. */
export interface Form {
  name: string;
  request(api: ApiRequest, folder: string): Partial<GenerateRequest>;
  way(document: JsonObject): ApiRequest["way"];
  /** Whether it goes through a locked copy, as a spec from the network does. */
  isLocked?: boolean;
}

const backend = {
  scopes: "least" as const,
  access: "public" as const,
  headers: { "x-app": "things" },
  requestHeaders: [],
  responseHeaders: [],
  streams: [],
  baseUrl: undefined,
  timeout: 5000,
  validate: true,
};

const ownFunctions: GenerateRequest["functions"] = {
  saveThing: {
    input: "./spec.json#/components/schemas/Thing",
    output: "./spec.json#/components/schemas/Pet",
    access: "public",
  },
};

/** Secrets for each security scheme that a requirement of the document names: one, or those of an OAuth client. */
function secretsOf({ paths = {}, components = {} }: JsonObject): Record<string, Secret> {
  const requirements = Object.values(paths as Record<string, JsonObject>)
    .flatMap((item) => Object.values(item).flatMap((operation) => (isObject(operation) ? operation.security : [])))
    .filter(isObject);
  const names = [...new Set(requirements.flatMap((requirement) => Object.keys(requirement)))];
  const schemes = (isObject(components) && objectMember(components, "securitySchemes")) || {};
  return Object.fromEntries(
    names.map((name, index): [string, Secret] => {
      const isClient = stringMember(objectMember(schemes, name) ?? {}, "type") === "oauth2";
      return [name, isClient ? { clientId: `ID_${index}`, clientSecret: `SECRET_${index}` } : `SECRET_${index}`];
    }),
  );
}

/** TypeScript and JavaScript, results and errors, each way, own functions, the lock and the locked copy. */
export const FORMS: readonly Form[] = [
  {
    name: "integration, TypeScript, locked",
    way: () => ({ via: "integration" }),
    isLocked: true,
    request: () => ({ language: "ts", client: { module: "@/api/base44Client", export: "base44" } }),
  },
  {
    name: "integration, JavaScript, throws",
    way: () => ({ via: "integration" }),
    request: () => ({ language: "js", errors: "throw" }),
  },
  {
    name: "function, TypeScript, own functions",
    way: (document) => ({ via: "function", secrets: secretsOf(document), ...backend }),
    request: () => ({ language: "ts", targets: ["app", "functions"], functions: ownFunctions }),
  },
  {
    name: "connector, JavaScript, functions",
    way: () => ({
      via: "connector",
      connection: { kind: "shared", type: "googlecalendar" },
      ...backend,
      baseUrl: "https://api.example.com/v1",
    }),
    request: () => ({ language: "js", targets: ["app", "functions"], writeConnectors: true }),
  },
];

/** One path a process, whichever test files it runs, and however often this module is loaded. */
const root = join(realpathSync(tmpdir()), `b44-hostile-${process.pid}`);

/** Generates from a document in a form, in memory but for the spec itself. Anything thrown but diagnostics goes on. */
export async function outputOf(document: JsonObject, form: Form): Promise<Output> {
  mkdirSync(temporary(root), { recursive: true });
  const file = join(root, "spec.json");
  writeFileSync(file, JSON.stringify(document));
  const source = { name: "my-api", spec: file, operations: "all" as const, cwd: root };
  try {
    const api: ApiRequest = { ...source, way: form.way(document), ...(form.isLocked ? await lockedSource(file) : {}) };
    const { writes, diagnostics } = await generate({
      apis: [api],
      folder: root,
      output: join(root, "src/api/generated"),
      errors: "result",
      client: false,
      anyNumber: true,
      force: false,
      dryRun: true,
      progress: () => {},
      ...form.request(api, root),
    });
    const files = new Map(writes.actions.map(({ path, text = "" }) => [path, text]));
    if (writes.lock.text !== undefined) files.set(writes.lock.path, writes.lock.text);
    return { files, diagnostics, refused: false };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { files: new Map(), diagnostics: error.diagnostics, refused: true };
  }
}

/** As if the spec had just been fetched. */
async function lockedSource(file: string): Promise<Partial<ApiRequest>> {
  const reader = await SpecReader.open(file, { cwd: root });
  return { reader, lock: { folder: root, mode: "update" }, spec: "https://api.example.com/openapi.json" };
}

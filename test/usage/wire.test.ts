import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { applyFixes, checkUsage, type KnownApi, knownOperation } from "../../src/check/usage/index.js";
import { generate } from "../../src/pipeline/run/generate.js";
import { folderOf, put, read } from "../project/support.js";
import { compile, STRICT, show } from "../types/support/compile.js";
import { FIXTURES, usePlatform } from "../wire/support.js";

const platform = usePlatform();
const NODE_MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const CONFIG = '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] } } }';

/** Code of an app with raw calls: in TypeScript as its types want them, then what JavaScript allows besides. */
const TYPED = `import { base44 } from "@/api/base44Client";

const custom = base44.integrations.custom;

export async function listed() {
  const result = await base44.integrations.custom.call("crm", "get:/contacts", { queryParams: { name: "Ann B" } });
  return result.success ? result.data : result.status_code;
}

export const pinged = () => base44.integrations.custom.call("crm", "get:/ping").then((result) => result.status_code);

export async function created(name: string) {
  const payload = { name };
  return [
    await base44.integrations.custom.call("crm", "post:/contacts", { payload }),
    await custom.call("crm", "get:/ping", {}),
  ];
}

export const dated = (day: string | number) =>
  base44.integrations.custom.call("crm", "get:/lists of a day/{day}.json", { pathParams: { day: String(day) } });

// The generated type is a number: this one stays.
export const numbered = (id: number) =>
  base44.integrations.custom.call("crm", "get:/contacts/{id}", { pathParams: { id: String(id) } });
`;
const UNTYPED = `import { base44 as app } from "@/api/base44Client";

export async function wrong(id) {
  const all = [
    await app.integrations.custom.call("crm", "get:/contacts", { query_params: { name: "x" } }),
    await app.integrations.custom.call("crm", "patch:/contacts/{id}", {
      pathParams: { id: String(id) }, // the number
      payload: { name: "Bo" },
    }),
    await app.integrations.custom.call("crm", "get:/contacts/{id}/notes/{note-id}", { pathParams: { id: String(id), "note-id": "n/1" } }),
  ];
  return all.map((result) => result.success && result.data);
}

export function getContact(id) {
  return app.integrations.custom.call("crm", "get:/contacts/{id}", { pathParams: { id: \`\${id}\` } });
}

export const failing = () =>
  app.integrations.custom.call("crm", "get:/ping").then(
    (result) => result.data,
    (error) => [error.status, error.name],
  );
`;

/** An app with a generated API, the SDK in its reach, and what b44-gen knows of the API. */
async function app(language: "ts" | "js", page: string) {
  const name = `src/page.${language}`;
  const client = `import { createClient } from "@base44/sdk";\nexport const base44 = createClient({ appId: "app-1", serverUrl: ${JSON.stringify(platform.origin)}, analytics: { enabled: false } });\n`;
  const root = folderOf({ "package.json": "{}", [`${language}config.json`]: CONFIG, [name]: page });
  put(root, `src/api/base44Client.${language}`, client);
  await symlink(NODE_MODULES, path.join(root, "node_modules"));
  const output = path.join(root, "src/api/generated");
  const result = await generate({
    apis: [{ name: "crm", spec: path.resolve(FIXTURES, "contacts.yaml"), operations: "all", cwd: root }],
    folder: root,
    output,
    errors: "result",
    language,
    client: false,
    anyNumber: false,
    force: false,
    dryRun: false,
    progress: () => {},
  });
  const known = result.apis.map(
    ({ api }): KnownApi => ({
      name: "crm",
      via: "integration",
      module: path.join(output, api.fileName),
      operations: api.operations.map(knownOperation),
    }),
  );
  return { root, name, input: { root, output, known } };
}

/** The exports of the page, bundled as Vite does it. */
async function load(
  root: string,
  name: string,
  version: string,
): Promise<Record<string, (value?: unknown) => Promise<unknown>>> {
  const outfile = path.join(root, "dist", `${version}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  const options = { bundle: true, format: "esm", platform: "node", logLevel: "silent", absWorkingDir: root } as const;
  await build({
    ...options,
    entryPoints: [path.join(root, name)],
    outfile,
    external: ["@base44/sdk"],
    alias: { "@": path.join(root, "src") },
  });
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
}

/** What goes over the wire and what comes back, for each export and each answer of the platform. */
async function behaviour(root: string, name: string, version: string) {
  const exports = await load(root, name, version);
  const seen: unknown[] = [];
  for (const status of [200, 404]) {
    for (const key of Object.keys(exports).sort()) {
      platform.received.length = 0;
      platform.api(status, [{ name: "Ann" }]);
      const value = await exports[key]?.(7);
      seen.push({ key, status, value, received: JSON.stringify(platform.received) });
    }
  }
  return seen;
}

describe.each([
  ["ts", TYPED, 1, ["listContacts", "ping", "createContact", "getDay"]],
  ["js", UNTYPED, 0, ["listContacts", "updateContact", "getNote", "getContact as callGetContact", "ping"]],
] as const)("a fixed page (%s)", (language, page, left, imported) => {
  test("has the same effect, compiles, and has nothing left to fix", async () => {
    const { root, name, input } = await app(language, page);
    const before = await behaviour(root, name, "before");
    const { fixes } = await checkUsage(input);
    expect((await applyFixes(fixes)).written).toEqual([path.join(root, name)]);
    const text = read(root, name);
    expect(/import \{ (.*) \} from "@\/api\/generated\/crm";/.exec(text)?.[1]?.split(", ").sort()).toEqual(
      [...imported].sort(),
    );
    expect(text.match(/integrations\.custom\.call/g) ?? []).toHaveLength(left);
    const after = await behaviour(root, name, "after");
    expect(before.length).toBeGreaterThanOrEqual(6);
    expect(after).toEqual(before);
    expect((await checkUsage(input)).fixes).toEqual([]);
    if (language === "ts") {
      const config = { compilerOptions: { ...STRICT, paths: { "@/*": ["./src/*"] } }, include: ["src"] };
      expect((await compile(root, "typescript-7", config, "fixed")).map(show)).toEqual([]);
    }
  });
});

test("fixed calls send correct requests", async () => {
  const page = `import { base44 } from "@/api/base44Client";
const { custom } = base44.integrations;
export const all = async (id) => {
  await base44.integrations.custom.call("crm", "GET:/contacts", { query: { name: "x" } });
  await base44.integrations.custom.call("crm", "createContact", { body: { name: "Bo" } });
  await custom.call("crm", "getContact", { pathParams: { id }, ...{} });
};
`;
  const { root, name, input } = await app("js", page);
  await applyFixes((await checkUsage(input)).fixes);
  const { all } = await load(root, name, "after");
  await all?.("7");
  expect(platform.received.map(({ url, body }) => [url.split("/crm/")[1], body])).toEqual([
    ["get:/contacts", { query_params: { name: "x" } }],
    ["post:/contacts", { payload: { name: "Bo" } }],
    ["get:/contacts/%7Bid%7D", { path_params: { id: "7" } }],
  ]);
});

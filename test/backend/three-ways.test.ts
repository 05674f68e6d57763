import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { fixtures, write } from "../cli/support/folders.js";
import { clientOf } from "./support/dev-server.js";
import { usePlatform } from "./support/platform.js";
import { type Project, projectOf } from "./support/project.js";
import { typeCheck } from "./support/type-check.js";
import { useUpstream } from "./support/upstream.js";
import { startWorkerd } from "./support/workerd.js";

const upstream = useUpstream();
const platform = usePlatform();

/** The app's code. It is the same in all three ways. */
const APP = `import type { base44 as Client } from "./api/base44Client";
import { createCrm, deleteContact, getContact, isApiError, listContacts, unwrap } from "./api/generated/crm";

export async function run(base44: typeof Client): Promise<unknown[]> {
  const said: unknown[] = [];
  const all = await listContacts(base44, { queryParams: { limit: 2, tag: ["a", "b"] } });
  if (all.success) said.push(all.data.map(({ name }) => name));
  const one = await getContact(base44, { pathParams: { contactId: "7" } });
  if (one.success) said.push(one.data.name);
  else if (one.status_code === 404) said.push(["missing", one.data.message]);
  try {
    said.push(await unwrap(getContact(base44, { pathParams: { contactId: "404" } })));
  } catch (error) {
    if (!isApiError(error, getContact)) throw error;
    said.push([error.status_code, error.status_code === 404 ? error.data.message : null]);
  }
  const crm = createCrm(base44);
  const made = await crm.createContact({ payload: { name: "Ada" } });
  said.push([made.success, made.status_code]);
  said.push((await deleteContact(base44, { pathParams: { contactId: "7" } })).success);
  try {
    await getContact(base44, { pathParams: { contactId: "" } });
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    said.push([status, code]);
  }
  return said;
}
`;

const WAYS = {
  integration: "integration",
  function: { function: { secrets: { apiKey: "CRM_KEY" } } },
  connector: { connector: { workspace: "65f1c2d3a4b5c6d7e8f90a1b" } },
};

const OPERATIONS = ["get:/contacts", "post:/contacts", "get:/contacts/{contactId}", "delete:/contacts/{contactId}"];

/** What the CRM answers, by method and path. */
function crm(method: string, path: string): { status: number; body: unknown } {
  const ada = { id: 7, name: "Ada", created: "2026-01-01T00:00:00Z" };
  if (path.endsWith("/404")) return { status: 404, body: { message: "no such contact" } };
  if (method === "POST") return { status: 201, body: ada };
  if (method === "DELETE") return { status: 200, body: null };
  return { status: 200, body: path.endsWith("/contacts") ? [ada] : ada };
}

const outcomes: Record<string, unknown> = {};

/** What TypeScript says of the app and of the generated code, as strict as an app may be. */
function compile(folder: string): Promise<string[]> {
  const options = {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2022", "dom"],
    types: [],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  };
  write(folder, "tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["src"] }));
  return typeCheck(folder, "tsconfig.json");
}

async function projectBy(way: keyof typeof WAYS): Promise<Project> {
  const spec = join(fixtures, "crm/openapi.yaml");
  const api = { spec, operations: OPERATIONS, via: WAYS[way], baseUrl: upstream.origin, validate: true };
  const project = projectOf(
    { lang: "ts", client: false, apis: { crm: api } },
    {
      "src/app.ts": APP,
      "src/api/base44Client.ts":
        'import { createClient } from "@base44/sdk";\nexport const base44 = createClient({ appId: "app-1" });\n',
    },
  );
  await project.generate();
  return project;
}

beforeAll(() => {
  platform.routes["GET /external-auth/tokens/connectors/65f1c2d3a4b5c6d7e8f90a1b"] = () => ({
    status: 200,
    body: { access_token: "t", connection_config: null },
  });
  upstream.respond = ({ method, url }) => {
    const { status, body } = crm(method, url.replace(/\?.*$/, ""));
    return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  };
  platform.fallback = (route, body) => {
    const [, method = "", path = ""] =
      /^POST \/integrations\/custom\/crm\/(\w+):(.*)$/.exec(decodeURIComponent(route)) ?? [];
    const { path_params = {} } = (body ?? {}) as { path_params?: Record<string, string> };
    const { status, body: data } = crm(
      method.toUpperCase(),
      path.replace(/\{(\w+)\}/g, (_, name) => path_params[name] ?? ""),
    );
    return { status: 200, body: { success: status < 300, status_code: status, data } };
  };
});

test.each(["integration", "function", "connector"] as const)(
  "the app compiles and runs with via: %s",
  async (way) => {
    const project = await projectBy(way);
    expect(await compile(project.folder)).toEqual([]);
    if (way !== "integration") {
      const secrets = { CRM_KEY: "key" };
      await platform.serve(await startWorkerd({ folder: project.folder, names: ["crm"], secrets }));
    }
    const app = await project.load("../../app.ts");
    outcomes[way] = await app.run?.(clientOf(platform.origin, "user"));
    expect(outcomes[way]).toEqual([
      ["Ada"],
      "Ada",
      [404, "no such contact"],
      [true, 201],
      true,
      [400, "invalid_input"],
    ]);
  },
  120_000,
);

test("the outcome is the same in all three ways", () => {
  expect(outcomes.function).toEqual(outcomes.integration);
  expect(outcomes.connector).toEqual(outcomes.integration);
});

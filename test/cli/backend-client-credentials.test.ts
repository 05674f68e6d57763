import { expect, test } from "vitest";
import { backendProject, crm, placesOf } from "./support/backend-project.js";
import { read } from "./support/folders.js";
import { reportOf } from "./support/report.js";

const CLIENT = { clientId: "PAY_ID", clientSecret: "PAY_SECRET" };

/** An API whose operation `get:/payments` takes a token of the flow, which comes from `tokenUrl`. */
function spec(tokenUrl: string): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Pay", version: "1" },
    servers: [{ url: "https://api.acme.com" }],
    paths: { "/payments": { get: { security: [{ oauth: ["read"] }], responses: { "204": { description: "None" } } } } },
    components: {
      securitySchemes: {
        oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: { read: "Reads" } } } },
      },
    },
  });
}

/** The API in a config, with what is named for its scheme. */
const pay = (oauth: unknown) => ({
  spec: "specs/pay.json",
  operations: "all",
  via: { function: { secrets: { oauth } } },
});

const MODULES = ["client-credentials", "token-request", "token-source"].map((name) => `base44/shared/b44-${name}.ts`);

test("the modules that fetch tokens exist only as long as an API needs them", async () => {
  const project = backendProject({ apis: { crm: crm() } }, { "specs/pay.json": spec("/token") });
  await project.generate();
  expect(MODULES.filter(project.has)).toEqual([]);
  const [own, upstream] = ["base44/functions/crm/api.ts", "base44/shared/b44-upstream.ts"];
  const before = [own, upstream].map((path) => read(project.folder, path));

  project.configure({ apis: { crm: crm(), pay: pay(CLIENT) } });
  const { diagnostics } = await project.generate();
  expect(MODULES.filter(project.has)).toEqual(MODULES);
  expect([own, upstream].map((path) => read(project.folder, path))).toEqual(before);
  const text = read(project.folder, "base44/functions/pay/api.ts");
  expect(text).toContain("export const api: ApiDefinition = withClientCredentials({");
  expect(text).toContain('tokenUrl: "https://api.acme.com/token"');
  const said = diagnostics
    .filter(({ message }) => message.startsWith("pay needs"))
    .map(({ message, help }) => `${message} ${help}`);
  expect(said).toEqual([
    "pay needs the secrets PAY_ID, PAY_SECRET. Set them once for the app: base44 secrets set PAY_ID=… PAY_SECRET=…\nThe function fetches tokens for oauth from https://api.acme.com/token with the scopes read.",
  ]);

  project.configure({ apis: { crm: crm(), pay: pay("PAY_TOKEN") } });
  await project.generate();
  expect(MODULES.filter(project.has)).toEqual([]);
});

test("a missing token URL is reported at its place in the config", async () => {
  const project = backendProject(
    { apis: { pay: pay(CLIENT) } },
    { "specs/pay.json": spec("https://auth.example.com/token") },
  );
  const { status, stdout } = await project.b44gen("--json");
  const { diagnostics } = reportOf(stdout);
  expect([status, placesOf(diagnostics, "B44-350")]).toEqual([2, ["B44-350 b44-gen.config.json:9:13"]]);
  project.configure({ apis: { pay: pay({ ...CLIENT, tokenUrl: "https://id.acme.com/token" }) } });
  await project.generate();
  expect(read(project.folder, "base44/functions/pay/api.ts")).toContain('tokenUrl: "https://id.acme.com/token"');
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyOf, folderOf, read } from "./support/folders.js";
import { run } from "./support/in-process.js";

test("inspect lists the operations, and which transport can carry each", async () => {
  const { status, stdout, stderr } = await run(["inspect", "uploads.yaml"], { cwd: copyOf("bad") });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain(
    [
      "Files: 2 operations",
      "",
      "get:/files",
      "  listFiles",
      "  → integration fits",
      "    connector   does not fit: Base44 has no connector for its server",
      "    function    fits; credentials, if the API needs any, as `headers` in the config: the spec never mentions them; baseUrl in the config, because the spec names no server",
      "    integration: custom.call can call it, without deploying a function",
      "",
      "post:/files",
      "  uploadFile",
      "    integration does not fit: its request body is multipart/form-data, but custom.call sends only JSON",
      "    connector   does not fit: Base44 has no connector for its server",
      "  → function    fits; credentials, if the API needs any, as `headers` in the config: the spec never mentions them; baseUrl in the config, because the spec names no server",
      "    function: custom.call cannot call it: its request body is multipart/form-data, but custom.call sends only JSON",
      "",
    ].join("\n"),
  );
  expect(stdout).toMatch(/\nintegration a workspace admin .+\nconnector {3}someone .+\nfunction {4}the app .+\n$/);
});

test("inspect reports once what applies to several operations", async () => {
  const get = { responses: {} };
  const form = { required: true, content: { "multipart/form-data": { schema: {} } } };
  const paths = { "/a": { get, put: { ...get, requestBody: form } }, "/b": { get } };
  const cwd = folderOf({
    "s.json": JSON.stringify({ openapi: "3.0.3", security: [], paths }),
    "t.json": JSON.stringify({ openapi: "3.0.3", security: [], paths: { "/a": { get }, "/b": { get } } }),
  });
  const { stdout } = await run(["inspect", "s.json"], { cwd });
  expect(stdout.match(/^(?:\S.*:|get\S+|put\S+| {2}→.*)$/gm)).toEqual([
    "2 operations:",
    "  → integration fits",
    "get:/a",
    "get:/b",
    "put:/a",
    "  → function    fits; baseUrl in the config, because the spec names no server",
  ]);
  expect((await run(["inspect", "t.json"], { cwd })).stdout).toMatch(/^All operations:$/m);
});

test("inspect shows the connector and its scopes, and the setup that an API of the config needs", async () => {
  const app = copyOf("apps/typed");
  const spec = {
    openapi: "3.1.0",
    info: { title: "Calendar", version: "3" },
    servers: [{ url: "https://www.googleapis.com/calendar/v3" }],
    paths: {
      "/events": {
        get: { operationId: "events", security: [{ google: ["all"] }, { google: ["some"] }], responses: {} },
      },
    },
    components: { securitySchemes: { google: { type: "oauth2", flows: {} } } },
  };
  writeFileSync(join(app, "calendar.json"), JSON.stringify(spec));
  const { stdout } = await run(["inspect", "calendar.json"], { cwd: app });
  expect(stdout).toContain("  → connector   fits; googlecalendar, with all, or some\n");

  const api = { spec: "./calendar.json", operations: "all", via: { connector: "googlecalendar" } };
  writeFileSync(join(app, "other.config.json"), JSON.stringify({ apis: { calendar: api } }));
  const configured = await run(["inspect", "calendar", "--config", "other.config.json"], { cwd: app });
  const document = JSON.parse(
    (await run(["inspect", "calendar", "--config", "other.config.json", "--json"], { cwd: app })).stdout,
  );
  expect(document).toMatchObject({ name: "calendar", advice: [{}], diagnostics: [{ code: "B44-314" }] });
  expect(configured.stdout).toContain("The config calls it through the shared connector googlecalendar.\n");
  expect(configured.stderr).toContain("B44-314 calendar uses the connector googlecalendar with all.");
});

test("inspect shows the operationId if the generated name differs", async () => {
  const operation = (operationId: string) => ({ get: { operationId, responses: {}, summary: "All\nof them" } });
  const paths = { "/a": operation("get-/a"), "/b": operation("listB") };
  const { stdout } = await run(["inspect", "s.json"], {
    cwd: folderOf({ "s.json": JSON.stringify({ openapi: "3.0.3", paths }) }),
  });
  expect(stdout).toContain("\n  getA  id:get-/a: All\n");
  expect(stdout).toContain("\n  listB: All\n");
});

test("inspect shows summary and tags, and accepts patterns and standard input", async () => {
  const app = copyOf("apps/typed");
  const { stdout } = await run(["inspect", "-", "--select", "get:/contacts"], {
    cwd: app,
    input: read(app, "specs/crm.yaml"),
  });
  expect(stdout).toContain("Contacts and deals: 1 operation");
  expect(stdout).toContain("get:/contacts  [Contacts]\n  listContacts: Contacts by name\n");
});

test("inspect --json prints the intermediate representation, and nothing else", async () => {
  const { status, stdout } = await run(["inspect", "specs/tickets/openapi.json", "--json"], {
    cwd: copyOf("apps/typed"),
  });
  expect(status).toBe(0);
  const api = JSON.parse(stdout);
  expect(api).toMatchObject({ title: "Helpdesk", servers: [{ url: "https://helpdesk.example.com/api" }] });
  expect(api.operations.map(({ id, name }: { id: string; name: string }) => [id, name])).toEqual([
    ["get:/tickets", "listTickets"],
    ["get:/tickets/{number}", "getTicket"],
  ]);
});

test("inspect names a spec by its file if its title is blank", async () => {
  const app = copyOf("apps/typed");
  const paths = { "/a": { get: { responses: {} } } };
  writeFileSync(join(app, "a.json"), JSON.stringify({ openapi: "3.1.0", info: { title: " ", version: "1" }, paths }));
  const { stdout } = await run(["inspect", "a.json"], { cwd: app });
  expect(stdout).toMatch(/^a\.json: 1 operation\n/);
});

test("inspect writes nothing about more than 30 operations", async () => {
  const { status, stdout, stderr } = await run(["inspect", "operations-31.yaml"], { cwd: copyOf("bad") });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^Many: 31 operations\n/);
});

test("inspect --json that fails prints the reason, and nothing else", async () => {
  const { status, stdout } = await run(["inspect", "absent.json", "--json"], { cwd: folderOf() });
  expect([status, Object.keys(JSON.parse(stdout))]).toEqual([3, ["diagnostics"]]);
});

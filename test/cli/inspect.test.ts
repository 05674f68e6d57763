import { expect, test } from "vitest";
import { copyOf, read } from "./support/folders.js";
import { run } from "./support/process.js";

test("inspect lists the operations, and which way fits each", async () => {
  const { status, stdout, stderr } = await run(["inspect", "uploads.yaml"], { cwd: copyOf("bad") });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toBe(
    [
      "Files: 2 operations",
      "",
      "get:/files",
      "  listFiles",
      "  fits a custom integration",
      "",
      "post:/files",
      "  uploadFile",
      "  not a custom integration: its request body is multipart/form-data, and custom.call sends JSON only",
      "",
    ].join("\n"),
  );
});

test("inspect shows summary and tags, and takes patterns and standard input", async () => {
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

test("inspect writes nothing about more than 30 operations", async () => {
  const { status, stdout, stderr } = await run(["inspect", "operations-31.yaml"], { cwd: copyOf("bad") });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^Many: 31 operations\n/);
});

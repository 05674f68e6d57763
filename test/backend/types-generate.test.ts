import { join } from "node:path";
import { expect, test } from "vitest";
import { fixtures, read } from "../cli/support/folders.js";
import { run } from "./support/cli.js";
import { cliEnvironment } from "./support/dev-server.js";
import { base44Cli } from "./support/paths.js";
import { projectOf } from "./support/project.js";

const HANDLER = "export default async function handler() {\n  return new Response();\n}\n";

const crm = join(fixtures, "crm/openapi.yaml");
const calendar = join(fixtures, "calendar/openapi.yaml");

/** A project with each kind of function and connector, in the folders that Base44's own config says. */
function projectIn(folders: { functionsDir?: string; connectorsDir?: string }) {
  const { functionsDir = "functions", connectorsDir = "connectors" } = folders;
  const baseUrl = "https://calendar.example.com/v1";
  const events = { spec: calendar, operations: ["get:/events"], baseUrl };
  return projectOf(
    {
      lang: "ts",
      targets: ["app", "functions"],
      apis: {
        crm: { spec: crm, operations: ["get:/contacts"] },
        "my-deals": { spec: crm, operations: ["get:/deals"], via: { function: { secrets: { apiKey: "CRM_KEY" } } } },
        calendar: { ...events, via: { connector: "googlecalendar" } },
        team: { ...events, via: { connector: { workspace: "65f1c2d3a4b5c6d7e8f90a1b" } } },
      },
      functions: { sendInvoice: { input: { type: "object" } } },
    },
    {
      "base44/config.jsonc": JSON.stringify({ name: "app", ...folders }),
      [`base44/${functionsDir}/byHand/entry.ts`]: HANDLER,
      [`base44/${functionsDir}/email/send/entry.ts`]: HANDLER,
      [`base44/${connectorsDir}/slack.jsonc`]: '{ "type": "slack", "scopes": ["chat:write"] }',
    },
  );
}

/** The names in an interface of a file of declarations. */
function namesIn(text: string, registry: string): string[] {
  const [, body = ""] = new RegExp(`interface ${registry} \\{([^}]*)\\}`).exec(text) ?? [];
  return [...body.matchAll(/^\s*"?([^":\s]+)"?: true;$/gm)].map(([, name = ""]) => name).sort();
}

test.each([
  ["the usual folders", {}],
  ["folders that were moved", { functionsDir: "backend/functions", connectorsDir: "links" }],
])("Base44's CLI lists every function and connector, in %s", async (_, folders) => {
  const project = projectIn(folders);
  await project.generate();
  const { status, output } = await run(base44Cli, ["types", "generate"], {
    cwd: project.folder,
    env: cliEnvironment(),
  });
  expect(status, output).toBe(0);

  const theirs = read(project.folder, "base44/.types/types.d.ts");
  const functions = ["byHand", "calendar", "email/send", "my-deals", "sendInvoice", "team"];
  expect(namesIn(theirs, "FunctionNameRegistry")).toEqual(functions);
  expect(namesIn(theirs, "ConnectorTypeRegistry")).toEqual(["googlecalendar", "slack"]);

  const ours = read(project.folder, "src/api/generated/b44.functions.d.ts");
  expect(namesIn(ours, "FunctionNameRegistry")).toEqual(functions);
  expect(namesIn(ours, "ConnectorIntegrationTypeRegistry")).toEqual(["googlecalendar", "slack"]);
});

import { expect, test } from "vitest";
import { backendProject, calendar, crm, placesOf } from "./support/backend-project.js";
import { timedTree, write } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { expectRefusal, type Refusal } from "./support/refusal.js";
import { reportOf } from "./support/report.js";

const project = backendProject({ apis: {} });
const cwd = project.folder;

/** Writes a config, one key a line, and gives its name. */
function configOf(name: string, config: object): string {
  write(cwd, name, JSON.stringify(config, null, 2));
  return name;
}

test("connectors of the wrong kind are reported together, each with its place and a suggestion", async () => {
  const via = (connector: unknown) => crm({ via: { connector } });
  const config = configOf("connectors.config.json", {
    apis: {
      a: via("slak"),
      b: via({ workspace: "slack" }),
      c: via({ appUser: "googlecalender" }),
      d: via({ metered: "gmial" }),
      e: via("x"),
      f: via("9f8e7d6c5b4a39281706"),
    },
  });
  const before = timedTree(cwd);
  const { status, stdout, stderr } = await run(["--config", config, "--json"], { cwd });
  expect([status, timedTree(cwd)]).toEqual([2, before]);
  const { diagnostics, files } = reportOf(stdout);
  expect(files).toEqual([]);
  expect(diagnostics.map(({ message, help }) => `${message} ${help}`)).toEqual([
    '`apis.a.via.connector`: The connector type "slak" does not exist. Did you mean "slack"?',
    expect.stringMatching(/^`apis\.b\.via\.connector\.workspace`: "slack" is a connector type, .*`connector: "slack"`/),
    expect.stringMatching(
      /^`apis\.c\.via\.connector\.appUser`: "googlecalender" looks like the connector type "googlecalendar"/,
    ),
    '`apis.d.via.connector.metered`: The connector type "gmial" does not exist. Did you mean "gmail"?',
    expect.stringMatching(/^`apis\.e\.via\.connector`: .* is metered: .* `connector: \{ metered: "x" \}`\.$/),
    expect.stringMatching(/^`apis\.f\.via\.connector`: .* looks like a connector ID, .*`connector: \{ workspace: /),
  ]);
  expect(placesOf(diagnostics, "B44-320")).toEqual([
    "B44-320 connectors.config.json:9:9",
    "B44-320 connectors.config.json:19:11",
    "B44-320 connectors.config.json:30:11",
    "B44-320 connectors.config.json:41:11",
    "B44-320 connectors.config.json:51:9",
    "B44-320 connectors.config.json:60:9",
  ]);
  expect(stderr).toContain('  >  9 |         "connector": "slak"');
});

test("an ID of Base44's form in place of a type", async () => {
  const via = { connector: "64b7f0c2a1d3e4f5a6b7c8d9" };
  const config = configOf("id.config.json", { apis: { calendar: calendar({ via }) } });
  const at = `${config}:9:9`;
  await expectRefusal(["--config", config], { code: "B44-504", status: 2, at, says: /ID .* workspace: "…"/ }, { cwd });
});

test("an unknown type works with the information in the spec, and is reported", async () => {
  const own = backendProject({ apis: { calendar: calendar({ via: { connector: "acme_crm" }, baseUrl: undefined }) } });
  const { diagnostics } = await own.generate();
  expect(diagnostics.filter(({ code }) => code === "B44-320")).toEqual([
    {
      code: "B44-320",
      severity: "warning",
      message: expect.stringContaining('does not know the connector type "acme_crm"'),
      location: { file: "b44-gen.config.json", pointer: "/apis/calendar/via/connector", line: 9, column: 9 },
      help: expect.stringContaining("base44 connectors list-available"),
    },
  ]);
  expect(own.has("base44/functions/calendar/handler.ts")).toBe(true);
});

test.each<[string, config: object, want: Refusal]>([
  [
    "operations that the spec does not have",
    { apis: { crm: crm({ operations: ["get:/contacts", "post:/nope"] }) } },
    { code: "B44-202", status: 2, at: "CONFIG:7:9", says: "no operation post:/nope", help: "b44-gen inspect" },
  ],
  [
    "a path of the spec with another method",
    { apis: { calendar: calendar({ operations: ["delete:/events"] }) } },
    { code: "B44-202", status: 2, at: "CONFIG:6:9", says: "no operation delete:/events" },
  ],
  [
    "access of an operation that is not selected",
    { apis: { crm: crm({ access: { "post:/contacts": "admin" } }) } },
    { code: "B44-318", status: 2, at: "CONFIG:16:9", says: "post:/contacts" },
  ],
  [
    "no secret for the scheme of an operation",
    { apis: { crm: crm({ via: { function: {} } }) } },
    { code: "B44-311", status: 2, at: "specs/crm.yaml:20:5", says: "apiKey", help: "base44 secrets set" },
  ],
  [
    "a secret for a scheme that the spec does not have",
    { apis: { crm: crm({ via: { function: { secrets: { apiKey: "CRM_KEY", bearer: "CRM_KEY" } } } }) } },
    {
      code: "B44-312",
      status: 2,
      at: "CONFIG:12:13",
      says: "no security scheme or parameter bearer",
      help: "The schemes are apiKey",
    },
  ],
  [
    "a server that tokens of the connector are not for",
    { apis: { calendar: calendar({ baseUrl: undefined }) } },
    { code: "B44-310", status: 2, at: "CONFIG:3:5", says: "tokens of googlecalendar", help: "baseUrl" },
  ],
  [
    "an own function whose reference leads to no schema",
    { apis: { crm: crm() }, functions: { sendInvoice: { input: "specs/calendar.yaml#/components/schemas/Evnt" } } },
    {
      code: "B44-322",
      status: 2,
      at: "CONFIG:19:7",
      says: /input of the function sendInvoice .*specs\/calendar\.yaml#\/components\/schemas\/Evnt" points to nothing/,
      help: 'Did you mean "specs/calendar.yaml#/components/schemas/Event"?',
    },
  ],
  [
    "an own function whose reference leads to no file",
    { apis: { crm: crm() }, functions: { sendInvoice: { output: "specs/own.yaml#/components/schemas/Invoice" } } },
    {
      code: "B44-322",
      status: 2,
      at: "CONFIG:19:7",
      says: /output of the function sendInvoice .*"specs\/own\.yaml" does not exist/,
    },
  ],
  [
    "own functions and APIs with one folder",
    { apis: { "my-crm": crm() }, functions: { "my-crm": {} } },
    { code: "B44-504", status: 2, says: "the same function folder, `my-crm`", help: "Rename one of them" },
  ],
])("%s", async (title, config, want) => {
  const name = configOf(`${title.replaceAll(" ", "-")}.config.json`, config);
  const at = want.at?.replace("CONFIG", name);
  await expectRefusal(["--config", name], { ...want, ...(at ? { at } : {}) }, { cwd });
});

test.each([
  ["function", "names the secrets"],
  ["connector", "names the connector"],
])("--via %s with a spec and no config", async (via, says) => {
  const args = ["specs/crm.yaml", "--slug", "crm", "--all", "--out", "out", "--via", via];
  await expectRefusal(args, { code: "B44-506", status: 2, says, help: `via: { ${via}: … }` }, { cwd });
});

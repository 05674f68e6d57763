import { describe, expect, test } from "vitest";
import { backendProject, calendar, crm } from "./support/backend-project.js";
import { timedTree, tree, write } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { reportOf } from "./support/report.js";

/** In two parts, so that nobody's search for secrets finds them here. */
const KEY = ["sk_", "live_4eC39HqLyjWDarjtT1zdp7dc"].join("");
const PHRASE = "correct horse, battery staple!";

describe("a secret in place of its name is refused, and not shown", () => {
  const project = backendProject({ apis: {} });
  const cwd = project.folder;

  /** The keys of an API, the value in a line of its own beside another fault. */
  const configOf = (keys: string) =>
    `export default {\n  apis: {\n    crm: {\n      spec: "specs/crm.yaml",\n      operations: ["get:/contacts"],\n      ${keys},\n      nope: 1,\n    },\n  },\n};\n`;

  test.each<[string, code: string, value: string, keys: (value: string) => string]>([
    ["a secret", "B44-509", KEY, (value) => `via: { function: { secrets: { apiKey: "${value}" } } }`],
    ["a header", "B44-509", KEY, (value) => `headers: { Authorization: "${value}" }`],
    ["no name at all", "B44-504", PHRASE, (value) => `via: { function: { secrets: { apiKey: "${value}" } } }`],
    ["under a wrong key", "B44-504", PHRASE, (value) => `via: { function: { secrets: { k: { nme: "${value}" } } } }`],
    ["in the base URL", "B44-504", PHRASE, (value) => `baseUrl: "https://example.com/?key=${value}"`],
  ])("%s", async (title, code, value, keys) => {
    const config = `${title.replaceAll(" ", "-")}.config.ts`;
    write(cwd, config, configOf(keys(value)));
    const before = timedTree(cwd);
    const plain = await run(["--config", config], { cwd });
    const json = await run(["--config", config, "--json"], { cwd });
    expect([plain.status, json.status, timedTree(cwd)]).toEqual([2, 2, before]);
    for (const text of [plain.stdout, plain.stderr, json.stdout, json.stderr]) {
      expect(text).not.toContain(value);
      expect(text).not.toMatch(/^ *>? *\d+ \|/m);
    }
    expect(plain.stderr).toContain(`  at ${config}:6:`);
    const [found, ...others] = reportOf(json.stdout).diagnostics;
    expect(found).toMatchObject({ code, severity: "error", location: { file: config, line: 6 } });
    expect(others.map(({ message }) => message)).toEqual(["Unknown key `apis.crm.nope`."]);
  });
});

test("only names of secrets are written, and only if a function needs them; values are never read", async () => {
  const values = { CRM_KEY: "value-of-crm-key", CRM_ORG: "value-of-crm-org", GOOGLECALENDAR_TOKEN: "value-of-token" };
  const via = { function: { secrets: { apiKey: "CRM_KEY" } } };
  const project = backendProject({
    apis: { "my-crm": crm({ via, headers: { "X-Org": { secret: "CRM_ORG", prefix: "org " } } }), calendar: calendar() },
    functions: { sendInvoice: { input: { type: "object" } } },
    targets: ["app", "functions"],
  });
  const cwd = project.folder;
  const first = await run(["--write-connectors"], { cwd, env: values });
  const second = await run(["--write-connectors", "--json"], { cwd, env: values });
  expect([first.status, second.status]).toEqual([0, 0]);
  expect(first.stderr).toContain("info B44-313 my-crm needs the secrets CRM_KEY, CRM_ORG.");

  const files = Object.entries(tree(cwd));
  const texts = [first.stdout, first.stderr, second.stdout, second.stderr, ...files.map(([, text]) => text)];
  for (const value of Object.values(values)) expect(texts.filter((text) => text.includes(value))).toEqual([]);
  for (const name of ["CRM_KEY", "CRM_ORG"]) {
    expect(files.filter(([, text]) => text.includes(name)).map(([path]) => path)).toEqual([
      "b44-gen.config.json",
      "base44/shared/my-crm.api.ts",
    ]);
  }
});

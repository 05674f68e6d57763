import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { copyOf, tree, write } from "./support/folders.js";
import { run as runHere } from "./support/in-process.js";
import { type Outcome, type RunOptions, run as runProcess } from "./support/process.js";

const windows = pathToFileURL(join(import.meta.dirname, "support/windows.mjs")).href;
const ignoringCase = pathToFileURL(join(import.meta.dirname, "support/ignoring-case.mjs")).href;

const CONFIG = `
import { normalize, resolve } from "node:path";
import { defineConfig } from "b44-gen";
import { crmOperations } from "./specs/operations";

const helpdesk = { spec: resolve("specs/tickets/openapi.json"), operations: "all" as const };
const crm = normalize("specs/crm.yaml");
const schema = \`\${crm}#/components/schemas/Contact\`;

export default defineConfig({
  targets: ["app", "functions"],
  apis: {
    crm: { spec: crm, operations: crmOperations },
    helpdesk,
    slack: { ...helpdesk, via: { connector: "slack" }, baseUrl: "https://slack.com/api" },
    mail: { ...helpdesk, via: { function: {} } },
  },
  functions: { close: { input: schema, output: schema } },
});
`;

/** What becomes of an app in which these commands are run. */
async function after(commands: string[][], run: (args: string[], options: RunOptions) => Promise<Outcome>) {
  const app = copyOf("apps/typed");
  write(app, "b44-gen.config.ts", CONFIG);
  write(app, "base44/config.jsonc", '{ "name": "app" }\n');
  write(
    app,
    "src/list.ts",
    'import { base44 } from "@/api/base44Client";\nbase44.integrations.custom.call("crm", "x");\n',
  );
  const outcomes: Outcome[] = [];
  for (const args of commands) outcomes.push(await run(args, { cwd: app }));
  return { outcomes, files: tree(app) };
}

const UNTOLD = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
fs.promises.realpath = async () => { throw Object.assign(new Error(), { code: "EISDIR" }); };
syncBuiltinESMExports();`;
const preloaded = (preload: string) => (args: string[], options: RunOptions) =>
  runProcess(args, { ...options, env: { NODE_OPTIONS: `--import=${preload}`, NODE_NO_WARNINGS: "1" } });

const onWindows = preloaded(windows);
const onRamDisk = preloaded(`data:text/javascript,${encodeURIComponent(UNTOLD)}`);
const whereCaseIsIgnored = preloaded(ignoringCase);

test("with the paths of Windows, the output and the files are the same", async () => {
  const commands = [[], ["check", "--usage", "--reporter", "sarif"]];
  const usual = await after(commands, runHere);
  expect(usual.outcomes.map(({ status }) => status)).toEqual([0, 1]);
  expect(await after(commands, onWindows)).toEqual(usual);
});

test("on a drive without real paths, the output and the files are the same", async () => {
  const commands = [[], ["check"]];
  expect(await after(commands, onRamDisk)).toEqual(await after(commands, runHere));
});

test("if case is ignored, files on disk are renamed to the case in the config", async () => {
  const app = copyOf("apps/typed");
  write(app, "base44/config.jsonc", '{ "name": "app" }\n');
  const configure = (crm: string, send: string) => {
    const apis = { [crm]: { spec: "specs/crm.yaml", operations: ["get:/contacts"] } };
    const functions = { [send]: { input: { type: "object" }, output: { type: "object" } } };
    write(app, "b44-gen.config.ts", `export default ${JSON.stringify({ apis, functions })};\n`);
  };
  configure("CRM", "SendIt");
  expect((await whereCaseIsIgnored([], { cwd: app })).status).toBe(0);
  appendFileSync(join(app, "base44/functions/SendIt/entry.ts"), "// mine\n");
  configure("crm", "sendIt");
  expect((await whereCaseIsIgnored([], { cwd: app })).status).toBe(0);
  expect((await runHere(["check"], { cwd: app })).stdout).toBe(
    "The generated code matches the config and the specs.\n",
  );
  expect(Object.keys(tree(app)).filter((path) => /CRM|SendIt/.test(path))).toEqual([]);
});

test("if case is ignored, a path that Linux would not find is reported", async () => {
  const app = copyOf("apps/typed");
  write(
    app,
    "Api/root.yaml",
    'openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths: { /a: { $ref: Parts/a.yaml } }\n',
  );
  write(app, "Api/parts/A.yaml", "get: { responses: { 200: { description: ok } } }\n");
  const told = async (spec: string) => {
    const { stdout } = await whereCaseIsIgnored([spec, "--slug", "x", "--all", "--out", "out", "--json"], { cwd: app });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] };
    return diagnostics.filter(({ code }) => code === "B44-118").map(({ message }) => message.replace(/ Linux.*/, ""));
  };
  const ofPart = '"Api/Parts/a.yaml" is "Api/parts/A.yaml" on disk.';
  expect(await told("./Api/root.yaml")).toEqual([ofPart]);
  expect(await told("api/Root.yaml")).toEqual([
    '"api/Root.yaml" is "Api/root.yaml" on disk.',
    ofPart.replaceAll('"Api/P', '"api/P'),
  ]);
});

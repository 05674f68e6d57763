import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { folderOf, put, read } from "../project/support.js";
import { until } from "./support.js";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const MODULE = "src/api/generated/crm.js";

function spec(path: string): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "", version: "1" },
    paths: { [path]: { get: { operationId: "list", responses: { 200: { description: "" } } } } },
  });
}

function app(): string {
  return folderOf({
    "package.json": "{}",
    "b44-gen.config.json": `{ "lang": "js", "apis": { "crm": { "spec": "crm.json", "operations": "all" } } }`,
    "crm.json": spec("/a"),
  });
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  vi.unstubAllEnvs();
});

/** `b44-gen` in a process of its own. */
class Command {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  text = "";

  constructor(cwd: string, ...args: string[]) {
    this.child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, NO_COLOR: "1" } });
    started.push(this.child);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.text += text;
      });
    }
    this.ended = new Promise((done) => this.child.once("close", done));
  }

  says(text: string): Promise<void> {
    return until(
      () => this.text.includes(text),
      () => `${JSON.stringify(text)} in ${this.text}`,
    );
  }
}

test("--watch writes again after a change, survives an error, and exits at Ctrl-C with status 0", async () => {
  const folder = app();
  const command = new Command(folder, "--watch");
  await command.says("Watching");
  put(folder, "crm.json", spec("/b"));
  await until(
    () => read(folder, MODULE).includes("get:/b"),
    () => `a run in ${command.text}`,
  );
  put(folder, "crm.json", `{ "openapi": `);
  await command.says("B44-104");
  expect(read(folder, MODULE)).toContain("get:/b");
  put(folder, "crm.json", spec("/c"));
  await until(
    () => read(folder, MODULE).includes("get:/c"),
    () => `a run in ${command.text}`,
  );
  command.child.kill("SIGINT");
  expect(await command.ended).toBe(0);
  expect(command.text).not.toMatch(/\n\s+at .*:\d+:\d+\)?\n\s+at /);
});

test("--watch notices changes if the system has no file watchers left", async () => {
  const refuse = `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
fs.watch = () => { throw Object.assign(new Error("no space left"), { code: "ENOSPC" }); };
syncBuiltinESMExports();`;
  vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(refuse)}`);
  const folder = app();
  const command = new Command(folder, "--watch");
  await command.says("Watching");
  put(folder, "crm.json", spec("/b"));
  await until(
    () => read(folder, MODULE).includes("get:/b"),
    () => `a run in ${command.text}`,
  );
});

test("--watch does not repeat the diagnostics of an unchanged API", async () => {
  const folder = app();
  const [crm, mail] = ["crm.json", "mail.json"].map((spec) => ({ spec, operations: "all" }));
  put(folder, "b44-gen.config.json", JSON.stringify({ lang: "js", apis: { crm, mail } }));
  put(folder, "mail.json", spec("/mail"));
  const command = new Command(folder, "--watch");
  await command.says("Watching");
  put(folder, "crm.json", spec("/b"));
  await command.says("Some responses of get:/b ");
  await until(
    () => command.text.match(/^crm: 1 operation/gm)?.length === 2,
    () => `two runs in ${command.text}`,
  );
  expect(command.text.match(/Some responses of \S+/g)).toEqual(
    ["/a", "/mail", "/b"].map((path) => `Some responses of get:${path}`),
  );
  expect(command.text.match(/^mail: 1 operation/gm)).toHaveLength(1);
});

test("Ctrl-C while it writes leaves complete files and nothing else", async () => {
  const folder = app();
  const command = new Command(folder, "--watch");
  await command.says("Watching");
  put(folder, "crm.json", spec("/b"));
  await until(
    () => read(folder, MODULE).includes("get:/b"),
    () => "a run",
  );
  command.child.kill("SIGINT");
  expect(await command.ended).toBe(0);
  const left = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /b44tmp|b44bak|journal|\.lock$/.test(name),
  );
  expect(left).toEqual([]);
  expect(await new Command(folder).ended).toBe(0);
});

test.each([
  { args: ["crm.json", "--watch", "--slug", "crm", "--all", "--out", "out"], want: "--watch needs a config" },
  { args: ["--watch", "--json"], want: "--watch cannot be combined with --json" },
  { args: ["--watch", "--dry-run"], want: "--watch cannot be combined with --dry-run" },
])("$args is refused with status 2", async ({ args, want }) => {
  const command = new Command(app(), ...args);
  expect(await command.ended).toBe(2);
  expect(command.text).toContain(want);
});

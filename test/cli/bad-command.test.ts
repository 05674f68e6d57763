import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/faults/unknown-command.js";
import { program } from "../../src/cli/program.js";
import { copyOf, folderOf } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { cli } from "./support/process.js";
import { expectRefusal, type Refusal } from "./support/refusal.js";

let cwd: string;
beforeAll(() => {
  cwd = copyOf("bad");
});

const spec = "uploads.yaml";
const slug = ["--slug", "files"];
const out = ["--out", "generated"];

describe("an invalid command is refused with exit status 2, and nothing is written", () => {
  test.each<[args: string[], want: Omit<Refusal, "status">]>([
    [
      [],
      {
        code: "B44-501",
        says: "There is no b44-gen.config.{ts,js,mjs,json} in this folder or above it",
        help: "--slug",
      },
    ],
    [[spec, "--slug", "a/b", "--all", ...out], { code: "B44-505", says: '"a/b" is not a valid slug' }],
    [
      ["export", "operations-31.yaml", "--select", "get:/things/1", "--out", "absent/a.json"],
      { code: "B44-604", says: "absent/a.json cannot be written: its folder does not exist (ENOENT)." },
    ],
    [[spec, "--slug", "", "--all", ...out], { code: "B44-506", says: "--slug" }],
    [[spec, "--slug", "../x", "--all", ...out], { code: "B44-505" }],
    [[spec, "--slug", "__proto__", "--all", ...out], { code: "B44-505" }],
    [[spec, "--all", ...out], { code: "B44-506", says: "also needs --slug" }],
    [
      [spec],
      {
        code: "B44-506",
        says: "--slug (the integration's slug, as the admin sees it), --out (the folder to write to) and --select or --all",
        help: "For example `b44-gen uploads.yaml --slug my-api --all --out src/api/generated`",
      },
    ],
    [[spec, ...slug, "--all"], { code: "B44-506", says: "also needs --out" }],
    [
      [spec, ...slug, "--all", ...out, "--nonsense"],
      { code: "B44-506", says: "Unknown option '--nonsense'.", help: "b44-gen generate --help" },
    ],
    [[spec, ...slug, "--all", ...out, "--dryrun"], { code: "B44-506", says: "did you mean --dry-run?" }],
    [[spec, ...slug, "--all", ...out, "--dry"], { code: "B44-506", says: "did you mean --dry-run?" }],
    [[spec, ...slug, "--all", ...out, "--lang", "py"], { code: "B44-506", says: "Allowed choices are ts, js" }],
    [[spec, ...slug, "--all", ...out, "--via", "carrier-pigeon"], { code: "B44-506", says: "carrier-pigeon" }],
    [
      [spec, "broken.yaml", ...slug, "--all", ...out],
      { code: "B44-506", says: "b44-gen takes only one spec, but also got `broken.yaml`." },
    ],
    [
      ["check", "resend"],
      { code: "B44-506", says: "check takes no arguments, but got `resend`.", help: "b44-gen check --help" },
    ],
    [["check", "--fail-on", "safe"], { code: "B44-506", says: "--fail-on needs --upstream" }],
    [["check", "-"], { code: "B44-506", says: "check takes no arguments, but got `-`." }],
    [
      ["init", "foo"],
      { code: "B44-506", says: "init takes no arguments, but got `foo`.", help: "b44-gen init --help" },
    ],
    [["diff", "a", "b"], { code: "B44-506", says: "diff takes only one API, but also got `b`." }],
    [["update", "a", "b", "c"], { code: "B44-506", says: "update takes only one API, but also got `b`, `c`." }],
    [["inspect", "a", "b"], { code: "B44-506", says: "inspect takes only one spec, but also got `b`." }],
    [["export", "a", "b"], { code: "B44-506", says: "export takes only one API, but also got `b`." }],
    [["generate", "x", "y"], { code: "B44-506", says: "generate takes only one spec, but also got `y`." }],
    [["help", "nope"], { code: "B44-506", says: "Unknown command nope.", help: "b44-gen --help" }],
    [["help", "x.y"], { code: "B44-506", says: "Unknown command x.y." }],
    [["help", "chekc"], { code: "B44-506", says: "Unknown command chekc. Did you mean check?" }],
    [["isnpect"], { code: "B44-506", says: "Unknown command isnpect. Did you mean inspect?" }],
    [["isnpect", spec], { code: "B44-506", says: "Unknown command isnpect. Did you mean inspect?" }],
    [["generat"], { code: "B44-506", says: "Unknown command generat. Did you mean generate?" }],
    [
      ["--force", "check"],
      { code: "B44-506", says: "The command check must come first.", help: "options after it: `b44-gen check …`" },
    ],
    [["--config", "x.ts", "diff", "crm"], { code: "B44-506", says: "The command diff must come first." }],
    [["--config", "x.ts", "update"], { code: "B44-506", says: "The command update must come first." }],
    [["nonsense"], { code: "B44-506", says: "Unknown command nonsense." }],
    [
      [spec, ...slug, "--all", "--out", spec],
      { code: "B44-506", says: "--out needs a folder, but uploads.yaml is a file" },
    ],
    [[spec, ...slug, "--all", "--out", `${spec}/x`], { code: "B44-506", says: "but uploads.yaml is a file" }],
    [
      ["--select", "tag:Basic", spec, ...slug, ...out],
      {
        code: "B44-506",
        says: "--select read uploads.yaml as a pattern",
        help: "Put the spec first: `b44-gen generate uploads.yaml --select …`.",
      },
    ],
    [
      ["inspect", "--select", "tag:Basic", "https://a.example/spec"],
      { code: "B44-506", says: "--select read https://a.example/spec as a pattern", help: "b44-gen inspect https" },
    ],
    [["export", "--allow-file", "parts", spec], { code: "B44-506", says: "--allow-file read uploads.yaml as a file" }],
    [["inspect", "--select", "get:/a.json"], { code: "B44-506", says: "Missing required argument 'spec'" }],
    [["inspect"], { code: "B44-506", says: "Missing required argument 'spec'" }],
    [
      ["inspect", spec, "--slug", "x"],
      {
        code: "B44-506",
        says: "Unknown option '--slug'",
        help: "--slug is an option of `b44-gen generate`, `b44-gen init`.",
      },
    ],
    [
      ["--usage"],
      { code: "B44-506", says: "Unknown option '--usage'.", help: "--usage is an option of `b44-gen check`." },
    ],
    [["export"], { code: "B44-506", says: "Missing required argument 'api'" }],
    [["export", "crm"], { code: "B44-501", says: "no config with an API crm", help: "write ./crm" }],
    [
      ["--config", "nowhere.config.ts"],
      { code: "B44-502", says: "The config file `nowhere.config.ts` does not exist" },
    ],
    [["--config", "parts"], { code: "B44-508", says: "is a folder" }],
    [["--config", "broken.yaml"], { code: "B44-508", says: "is not a .ts, .js, .mjs or .json file" }],
    [[spec, "--config", "x.ts", ...slug, "--all", ...out], { code: "B44-506", says: "cannot be combined" }],
    [
      ["--config", "configs/slug.config.ts", ...slug],
      { code: "B44-506", says: "--slug, --select and --via need a spec" },
    ],
  ])("b44-gen %s", async (args, want) => {
    await expectRefusal(args, { status: 2, ...want }, { cwd });
  });
});

test.each([[[]], [["check"]]])("at the root of a monorepo, %j names the configs below", async (args) => {
  const config = "b44-gen.config.json";
  const packages = ["apps/b", "apps/a", "node_modules/c", ".cache/d", "a/b/c/d"];
  const root = folderOf(Object.fromEntries(packages.map((folder) => [`${folder}/${config}`, "{}"])));
  const help = `Folders below have apps/a/${config}, apps/b/${config}. Run b44-gen in that folder, or with \`--config apps/a/${config}\`.`;
  await expectRefusal(args, { status: 2, code: "B44-501", help }, { cwd: root });
});

test("every command can be suggested", () => {
  const names = program(() => async () => {}).commands.map((command) => command.name());
  expect(COMMANDS).toEqual([...names, "help"]);
});

test("a reader that stops early is not an error", async () => {
  const child = spawn(process.execPath, [cli, "inspect", "operations-31.yaml", "--json"], { cwd });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.once("close", resolve));
  expect({ status, stderr: stderr.includes("EPIPE") }).toEqual({ status: 0, stderr: false });
});

test("a reader of the messages that stops early does not change the exit status", async () => {
  const child = spawn(process.execPath, [cli, "inspect", "absent.yaml"], { cwd });
  child.stderr.destroy();
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(3);
});

test.skipIf(!existsSync("/dev/full"))("a disk that is full is told of where the output goes there", () => {
  const args = [cli, "inspect", "operations-31.yaml", "--json"];
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, stdio: ["ignore", full, "pipe"] });
  closeSync(full);
  expect({ status, stderr: stderr.toString() }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^error B44-512 /),
  });
});

test("an option without its value is refused", async () => {
  const { status, stderr } = await run([spec, "--all", ...out, "--slug"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error B44-506 Option '--slug <slug>' argument missing\.$/m);
});

test("a dash is a spec, not an option", async () => {
  const { stderr } = await run(["-", "--all", ...out], { cwd });
  expect(stderr).toContain("also needs --slug");
});

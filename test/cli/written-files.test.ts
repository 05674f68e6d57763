import { appendFileSync, chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { copyOf, copyOfFolder, read, timedTree, tree, write } from "./support/folders.js";
import { run } from "./support/in-process.js";
import { expectNoStackTrace } from "./support/refusal.js";
import { printedCodes, reportOf } from "./support/report.js";

const OUT = "src/api/generated";

/** The files of the app's two APIs. */
const FILES = [
  "b44.custom-call.d.ts",
  "b44.runtime.ts",
  "crm.ts",
  "crm.types.d.ts",
  "helpdesk.ts",
  "helpdesk.types.d.ts",
  "index.ts",
];

let done: string;
beforeAll(async () => {
  done = copyOf("apps/typed");
  expect(await run([], { cwd: done })).toMatchObject({ status: 0 });
});

/** A copy of the app in which b44-gen has run. */
function generated(): string {
  return copyOfFolder(done);
}

function edit(app: string, path: string, from: string | RegExp, to: string): void {
  const text = read(app, path);
  expect(text).toMatch(from);
  write(app, path, text.replace(from, to));
}

describe("--dry-run", () => {
  test("lists what a first run would write, and writes nothing", async () => {
    const app = copyOf("apps/typed");
    const before = timedTree(app);
    const { status, stdout } = await run(["--dry-run"], { cwd: app });
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toEqual([
      ...FILES.map((file) => `created  ${OUT}/${file}`),
      "Nothing was written (--dry-run).",
    ]);
    expect(timedTree(app)).toEqual(before);
  });

  test("with --json prints the report of the actual run", async () => {
    const app = copyOf("apps/typed");
    const dry = reportOf((await run(["--dry-run", "--json"], { cwd: app })).stdout);
    const wet = reportOf((await run(["--json"], { cwd: app })).stdout);
    expect(dry).toEqual(wet);
    expect(wet.files).toEqual(FILES.map((file) => ({ path: `${OUT}/${file}`, action: "create" })));
  });

  test("of a spec into a folder that does not exist creates no folder", async () => {
    const app = copyOf("apps/typed");
    const before = tree(app);
    const args = ["specs/crm.yaml", "--slug", "crm", "--all", "--out", "new/folder", "--dry-run"];
    expect(await run(args, { cwd: app })).toMatchObject({ status: 0 });
    expect(tree(app)).toEqual(before);
  });
});

describe("a second run", () => {
  test("changes nothing, not even a file's time, and reports that", async () => {
    const app = generated();
    const before = timedTree(app);
    expect(await run([], { cwd: app })).toEqual({ status: 0, stdout: "Everything is up to date.\n", stderr: "" });
    expect(timedTree(app)).toEqual(before);
  });

  test("with --json reports every file as unchanged", async () => {
    const app = generated();
    const before = timedTree(app);
    const { status, stdout } = await run(["--json"], { cwd: app });
    expect(status).toBe(0);
    expect(reportOf(stdout).files).toEqual(FILES.map((file) => ({ path: `${OUT}/${file}`, action: "unchanged" })));
    expect(timedTree(app)).toEqual(before);
  });

  test("with --dry-run and an error does not report that everything is up to date", async () => {
    const app = generated();
    const before = timedTree(app);
    const { status, stdout, stderr } = await run(["--out", "../outside", "--dry-run"], { cwd: app });
    expect([status, stdout]).toEqual([2, "Nothing was written.\n"]);
    expect(stderr).toContain("error B44-608");
    expect(timedTree(app)).toEqual(before);
  });

  test("of a spec without a config changes nothing either", async () => {
    const app = copyOf("apps/typed");
    const args = ["specs/crm.yaml", "--slug", "crm", "--all", "--out", "generated"];
    await run(args, { cwd: app });
    const before = timedTree(app);
    expect(await run(args, { cwd: app })).toMatchObject({ status: 0, stdout: "Everything is up to date.\n" });
    expect(timedTree(app)).toEqual(before);
  });

  test("with merge conflict markers in the lock reports their place, and that the lock was rewritten", async () => {
    const app = generated();
    const lock = join(app, "b44-gen.lock.json");
    const sound = readFileSync(lock, "utf8");
    writeFileSync(lock, `<<<<<<< HEAD\n${sound}`);
    const { status, stdout, stderr } = await run([], { cwd: app });
    expect([status, stdout]).toEqual([0, "updated  b44-gen.lock.json\n"]);
    expect(printedCodes(stderr)).toContain("warning B44-605");
    expect(stderr).toContain("  > 1 | <<<<<<< HEAD\n");
    expect(readFileSync(lock, "utf8")).toBe(sound);
  });

  test("detects a change of the spec, of a file that it references, of the config, and of its imports", async () => {
    const app = generated();
    const changed = async () => {
      const { stdout } = await run([], { cwd: app });
      return stdout
        .split("\n")
        .flatMap((line) => /^(\w+) +src\/api\/generated\/(.+)$/.exec(line)?.slice(1).join(" ") ?? []);
    };
    edit(app, "specs/crm.yaml", "summary: Contacts by name", "summary: Contacts by age");
    expect(await changed()).toEqual(["updated crm.ts"]);
    edit(
      app,
      "specs/tickets/schemas/ticket.json",
      '"subject": { "type": "string" }',
      '"subject": { "type": "integer" }',
    );
    expect(await changed()).toEqual(["updated helpdesk.types.d.ts"]);
    edit(app, "b44-gen.config.ts", 'errors: "throw"', 'errors: "result"');
    expect(await changed()).toEqual(["updated crm.ts", "updated helpdesk.ts"]);
    edit(app, "specs/operations.ts", ', "get:/deals/{id}"', "");
    expect(await changed()).toEqual(["updated b44.custom-call.d.ts", "updated crm.ts", "updated crm.types.d.ts"]);
    expect(await changed()).toEqual([]);
  });
});

describe("an API that leaves the config", () => {
  const withoutHelpdesk = (app: string) => edit(app, "b44-gen.config.ts", /^.*helpdesk.*\n/m, "");

  test("is removed with its files", async () => {
    const app = generated();
    withoutHelpdesk(app);
    const { status, stdout } = await run([], { cwd: app });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^removed {2}src\/api\/generated\/helpdesk\.ts$/m);
    expect(Object.keys(tree(join(app, OUT)))).toEqual(FILES.filter((file) => !file.startsWith("helpdesk")));
    expect(read(app, `${OUT}/index.ts`)).not.toContain("elpdesk");
    expect(read(app, "b44-gen.lock.json")).not.toContain("helpdesk");
  });
});

describe("a generated file that was edited", () => {
  test("is refused with the difference, and nothing is written", async () => {
    const app = generated();
    edit(app, `${OUT}/crm.ts`, "function listContacts", "async function listContacts");
    edit(app, "specs/tickets/openapi.json", '"/tickets"', '"/all-tickets"');
    const before = timedTree(app);
    const { status, stdout, stderr } = await run([], { cwd: app });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(printedCodes(stderr).filter((code) => code.startsWith("error"))).toEqual(["error B44-601"]);
    expect(stderr).toContain("| -export function listContacts");
    expect(stderr).toContain("| +export async function listContacts");
    expectNoStackTrace(stderr);

    const json = await run(["--json"], { cwd: app });
    expect(json.status).toBe(2);
    const { files, diagnostics } = reportOf(json.stdout);
    expect(files).toEqual([]);
    const error = diagnostics.find(({ severity }) => severity === "error");
    expect(error).toMatchObject({ code: "B44-601", location: { file: `${OUT}/crm.ts` } });
    expect(timedTree(app)).toEqual(before);
  });

  test("is overwritten with --force", async () => {
    const app = generated();
    const before = tree(app);
    appendFileSync(join(app, OUT, "crm.ts"), "// mine\n");
    const { status, stdout } = await run(["--force"], { cwd: app });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^updated {2}src\/api\/generated\/crm\.ts$/m);
    expect(tree(app)).toEqual(before);
  });
});

describe("an obstacle", () => {
  test("a user's file is an error, and nothing is written", async () => {
    const app = copyOf("apps/typed");
    write(app, `${OUT}/crm.ts`, "export const mine = 1;\n");
    const before = timedTree(app);
    const { status, stderr } = await run([], { cwd: app });
    expect(status).toBe(2);
    expect(printedCodes(stderr)).toContain("error B44-602");
    expect(timedTree(app)).toEqual(before);
  });

  test("a missing lock is written again, and nothing else", async () => {
    const app = generated();
    const before = tree(app);
    rmSync(join(app, "b44-gen.lock.json"));
    expect(await run([], { cwd: app })).toMatchObject({ status: 0 });
    expect(tree(app)).toEqual(before);
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a folder that may not be written is refused",
    async () => {
      const app = copyOf("apps/typed");
      chmodSync(join(app, "src/api"), 0o555);
      const before = timedTree(app);
      const { status, stderr } = await run([], { cwd: app });
      chmodSync(join(app, "src/api"), 0o755);
      expect(status).toBe(2);
      expect(printedCodes(stderr)).toContain("error B44-604");
      expect(timedTree(app)).toEqual(before);
    },
  );
});

test("without a config, a folder with the code of another API is reported", async () => {
  const app = copyOf("apps/typed");
  rmSync(join(app, "b44-gen.config.ts"));
  const into = ["specs/crm.yaml", "--all", "--out", OUT, "--slug"];
  expect((await run([...into, "crm"], { cwd: app })).status).toBe(0);
  expect((await run([...into, "sales"], { cwd: app })).stderr).toMatch(
    `error B44-506 The output folder ${OUT} already contains the code of crm.`,
  );
});

import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { LOCK_FILE, pendingJournal } from "../../src/project/index.js";
import { folderOf, generated, OUT, put, read, recover, run, script, tree } from "./support.js";

const JOURNAL = ".b44-gen.journal.json";
const A = generated("a.ts", "export const a = 1;\n");
const B = generated("b.ts", "export const b = 1;\n");
const GONE = generated("old/gone.ts", "1\n");
const NEXT = [{ ...A, text: "2\n" }, generated("new/c.ts", "3\n"), B];

let killed: string;
beforeAll(async () => {
  killed = await script(
    folderOf(),
    `
    const { input, moment } = JSON.parse(process.argv[2]!);
    const lock = await project.readLock(input.folder);
    const at = (now: string) => { if (now === moment) process.kill(process.pid, "SIGKILL"); };
    await project.applyWrites(await project.planWrites({ ...input, lock }), { at });
    console.log("not killed");
    `,
  );
});

/** A project in which a run for `NEXT` was killed at a moment, and what it should be before and after. */
async function project(moment: string) {
  const folder = folderOf();
  await run(folder, [A, B, GONE]);
  const before = tree(folder);
  const done = folderOf(before);
  const { lock } = await run(done, NEXT);
  const { files, lockfileVersion, ...update } = lock.next;
  const input = { folder, files: NEXT, update, apis: ["crm"], force: false, outputRoots: [{ path: OUT }] };
  const { signal, stdout } = spawnSync(process.execPath, [killed, JSON.stringify({ input, moment })], {
    encoding: "utf8",
  });
  expect([signal, stdout]).toEqual(["SIGKILL", ""]);
  return { folder, before, after: tree(done) };
}

describe("killed", () => {
  test("before the steps: nothing happened, and the next run cleans up", async () => {
    const { folder, before, after } = await project("staged");
    expect(pendingJournal(folder)).toBe(join(folder, ".b44-gen.journal.json"));
    for (const [path, text] of Object.entries(before)) expect(read(folder, path)).toBe(text);
    await run(folder, NEXT);
    expect(tree(folder)).toEqual(after);
  });

  test.each(["journalled", "step:0", "step:1", "step:2", "step:3", "done"])("at %s: completed", async (moment) => {
    const { folder, after } = await project(moment);
    expect(pendingJournal(folder)).toBe(join(folder, ".b44-gen.journal.json"));
    expect(await recover(folder)).toBe("completed");
    expect(tree(folder)).toEqual(after);
    expect(() => readdirSync(join(folder, OUT, "old"))).toThrow();
    expect(await recover(folder)).toBe("none");
  });

  test.each(["journalled", "step:1", "step:2", "step:3"])("at %s, new text lost: rolled back", async (moment) => {
    const { folder, before } = await project(moment);
    for (const path of temps(folder)) rmSync(path);
    expect(await recover(folder)).toBe("rolled back");
    expect(tree(folder)).toEqual(before);
    expect(() => readdirSync(join(folder, OUT, "new"))).toThrow();
  });

  test("the new text damaged, by a full disk or a power cut: rolled back", async () => {
    const { folder, before } = await project("step:2");
    for (const path of temps(folder)) put("/", path, "half");
    expect(await recover(folder)).toBe("rolled back");
    expect(tree(folder)).toEqual(before);
  });

  test("any writing run recovers first", async () => {
    const { folder, after } = await project("step:1");
    const made = await run(folder, NEXT);
    expect(made.actions.every(({ action }) => action === "unchanged")).toBe(true);
    expect(tree(folder)).toEqual(after);
  });

  test("the user's later changes are kept, whether it completes or rolls back", async () => {
    for (const lose of [false, true]) {
      const { folder } = await project("step:2");
      put(folder, A.path, "mine");
      put(folder, GONE.path, "mine too");
      if (lose) for (const path of temps(folder)) rmSync(path);
      expect(await recover(folder)).toBe(lose ? "rolled back" : "completed");
      expect([read(folder, A.path), read(folder, GONE.path)]).toEqual(["mine", "mine too"]);
      expect(Object.keys(tree(folder)).filter((path) => /b44|journal/.test(path))).toEqual([LOCK_FILE]);
    }
  });
});

describe("a forged journal", () => {
  const step = { path: "victim.ts", temp: null, backup: null, before: "x", after: null };
  test.each<[string, object | string]>([
    ["broken", "{"],
    ["another version", { version: 2, steps: [], created: [], roots: [] }],
    ["a path outside", { version: 1, steps: [{ ...step, path: "../victim.ts" }], created: [], roots: [] }],
    [
      "a temporary file elsewhere",
      { version: 1, steps: [{ ...step, temp: "secret", after: "y" }], created: [], roots: [] },
    ],
    ["a backup elsewhere", { version: 1, steps: [{ ...step, backup: "../secret" }], created: [], roots: [] }],
    ["folders outside", { version: 1, steps: [], created: ["../x"], roots: [] }],
    ["folders that are not strings", { version: 1, steps: [], created: [5], roots: [] }],
    ["no steps", { version: 1, created: [], roots: [] }],
    ["an invalid flag", { version: 1, staging: "yes", steps: [], created: [], roots: [] }],
  ])("%s", async (_, journal) => {
    const text = typeof journal === "string" ? journal : JSON.stringify(journal);
    const folder = folderOf({ [JOURNAL]: text, "victim.ts": "x", secret: "y" });
    const before = tree(folder);
    await expect(recover(folder)).rejects.toThrow("B44-612");
    await expect(run(folder, [A])).rejects.toThrow("B44-612");
    expect(tree(folder)).toEqual(before);
  });

  test("a folder", async () => {
    const folder = folderOf({ [`${JOURNAL}/x`]: "" });
    await expect(recover(folder)).rejects.toThrow("B44-612");
  });

  test("steps whose hash does not match do nothing", async () => {
    const journal = { version: 1, steps: [step], created: [], roots: [] };
    const folder = folderOf({ [JOURNAL]: JSON.stringify(journal), "victim.ts": "x" });
    await recover(folder);
    expect(tree(folder)).toEqual({ "victim.ts": "x" });
  });
});

function temps(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".b44tmp")).map((name) => join(folder, name));
}

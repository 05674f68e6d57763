import { beforeAll, describe, expect, test } from "vitest";
import { put } from "../support/files.js";
import { isTemporary } from "./support/after-kill.js";
import { badFailure, type Fault, faulty } from "./support/faulty.js";
import { type FewFiles, fewFiles } from "./support/few-files.js";
import { inTurns } from "./support/in-turns.js";
import { newFolder, succeed } from "./support/scene.js";
import { differences, layOut, overwrite, removeFolder, treeOf } from "./support/tree.js";

const isLong = process.env.MODE === "long";
const CRM = "src/api/crm.ts";
const CODES = ["ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS"];

let project: FewFiles;
/** The names of the calls of a run without a fault. */
let calls: string[];
beforeAll(async () => {
  project = await fewFiles();
  const outcome = await faulty(folderBefore(), [], { at: -1 });
  expect([outcome.status, outcome.calls.length > 40]).toEqual([0, true]);
  calls = outcome.calls;
});

function folderBefore(): string {
  const folder = newFolder();
  layOut(folder, project.before);
  return folder;
}

/** Every call in the long form; else the last of each that changes what a name means. */
function someCalls(): number[] {
  if (isLong) return calls.map((_, index) => index);
  return ["write", "link", "rename", "unlink"].map((name) => calls.lastIndexOf(name)).filter((index) => index >= 0);
}

/**
 * A run with a fault says so or does its work all the same; each file is the old or the new one; where it says that
 * nothing was changed nothing was; and the next run ends well. Gives what is wrong of that.
 */
async function wrongWith(fault: Fault): Promise<string[]> {
  const folder = folderBefore();
  const outcome = await faulty(folder, [], fault);
  const tree = treeOf(folder);
  const wrong: string[] = [];
  const { before, after } = project;
  const torn = differences(tree, after).filter((path) => tree[path] !== before[path] && !isTemporary(path));
  const left = torn.filter((path) => !path.endsWith("/"));
  if (left.length > 0) wrong.push(`torn: ${left}`);
  // A turn that cannot be given back is taken over by the next run: no reason to fail when all is written.
  const silent = differences(tree, after).filter((path) => path !== ".b44-gen.pid.lock");
  if (outcome.status === 0) wrong.push(...silent.map((path) => `silent: ${path}`));
  else wrong.push(...[badFailure(outcome) ?? []].flat());
  if (outcome.stderr.includes("Nothing was changed.")) {
    wrong.push(...differences(tree, before).filter((path) => !isTemporary(path) && !path.endsWith("/")));
  }
  await succeed(folder);
  wrong.push(...differences(treeOf(folder), after).map((path) => `after the next run: ${path}`));
  removeFolder(folder);
  return wrong.map((one) => `${JSON.stringify(fault)} (${calls[fault.at]}): ${one}`);
}

async function wrongWithAll(faults: Fault[]): Promise<string[]> {
  const wrong: string[] = [];
  await inTurns(faults, 2, async (fault) => void wrong.push(...(await wrongWith(fault))));
  return wrong;
}

describe("a disk that fails", { timeout: 20 * 60_000 }, () => {
  test("once, at any call", async () => {
    const faults = someCalls().map((at) => ({ at, code: CODES[at % CODES.length] as string }));
    expect(await wrongWithAll(faults)).toEqual([]);
  });

  test("permanently: full, or read-only from some moment on", async () => {
    const writes = calls.filter((name) => name === "write").length;
    const steps = calls.map((_, index) => index).filter((index) => isLong || index === 30);
    const full = Array.from({ length: isLong ? writes : 1 }, (_, at) => ({ at, call: "write", code: "ENOSPC" }));
    const readOnly = steps.map((at) => ({ at, code: "EROFS" }));
    expect(await wrongWithAll([...full, ...readOnly].map((fault) => ({ ...fault, lasting: true })))).toEqual([]);
  });
});

test("killed at any call, and in the middle of any write: the next run recovers, and leaves no temporary files", {
  timeout: 20 * 60_000,
}, async () => {
  const wrong: string[] = [];
  await inTurns(someCalls(), 2, async (at) => {
    const folder = folderBefore();
    await faulty(folder, [], { at, kill: true });
    overwrite(folder, project.oldInputs);
    await succeed(folder);
    const left = differences(treeOf(folder), project.old);
    // The turn's own file, killed between its name and its text, counts for 10 s as one that is being written.
    const isBirth = at === 1 && calls[at] === "write";
    const faults = left.filter((path) => !(isBirth && path === ".b44-gen.pid.lock"));
    wrong.push(...faults.map((path) => `${at} (${calls[at]}): ${path}`));
    removeFolder(folder);
  });
  expect(wrong).toEqual([]);
});

describe("a file system with limitations", () => {
  test.each<[string, Fault]>([
    ["no hard links (EPERM)", { at: 0, call: "link", code: "EPERM", lasting: true }],
    ["no hard links (EXDEV)", { at: 0, call: "link", code: "EXDEV", lasting: true }],
    ["nothing to wait for (EINVAL)", { at: 0, call: "sync", code: "EINVAL", lasting: true }],
    ["a file that is held for a moment", { at: 2, call: "rename", code: "EBUSY" }],
    ["a file that Windows holds for a moment", { at: 2, call: "rename", code: "EPERM", platform: "win32" }],
  ])("%s: the run does its work", async (_, fault) => {
    const folder = folderBefore();
    const { status, stderr } = await faulty(folder, [], fault);
    expect({ status, stderr: stderr.match(/^error.*/gm) }).toEqual({ status: 0, stderr: null });
    expect(differences(treeOf(folder), project.after)).toEqual([]);
  });

  test("a stale turn that Windows locks for a moment: the run succeeds", async () => {
    const folder = folderBefore();
    put(folder, ".b44-gen.pid.lock", JSON.stringify({ pid: 1, host: "elsewhere", started: 0 }));
    const { status, stderr } = await faulty(folder, [], { at: 0, call: "rename", code: "EPERM", platform: "win32" });
    expect({ status, stderr: stderr.match(/^error.*/gm) }).toEqual({ status: 0, stderr: null });
    expect(differences(treeOf(folder), project.after)).toEqual([]);
  });

  test.each<[string, Fault, string]>([
    ["another file system behind the name", { at: 2, call: "rename", code: "EXDEV" }, "it is on another file system"],
    [
      "a file that is held for good",
      { at: 2, call: "rename", code: "EBUSY", lasting: true },
      "another program holds it",
    ],
    ["a folder that nobody may write", { at: 0, code: "EACCES", lasting: true }, "permission denied"],
  ])("%s: a diagnostic, and the next run does the work", async (_, fault, reason) => {
    const folder = folderBefore();
    const outcome = await faulty(folder, [], fault);
    expect([badFailure(outcome), outcome.stderr.includes(reason)]).toEqual([undefined, true]);
    await succeed(folder);
    expect(differences(treeOf(folder), project.after)).toEqual([]);
  });
});

describe("another program writes a generated file during the run", { timeout: 20 * 60_000 }, () => {
  test("at any call, what it wrote is kept", async () => {
    const edit = { path: CRM, text: "// the user's own\n" };
    const lost: unknown[] = [];
    await inTurns(someCalls(), 2, async (at) => {
      const folder = folderBefore();
      const { status, stderr } = await faulty(folder, [], { at, edit });
      const tree = treeOf(folder);
      const left = Object.keys(tree).filter(isTemporary);
      const said = status === 0 || /B44-6(10|01)/.test(stderr);
      if (tree[CRM] !== edit.text || left.length > 0 || !said) lost.push({ at, call: calls[at], status, stderr, left });
      removeFolder(folder);
    });
    expect(lost).toEqual([]);
  });
});

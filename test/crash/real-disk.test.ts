import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf } from "../cli/support/folders.js";
import { run } from "../cli/support/process.js";
import { badFailure } from "./support/faulty.js";
import { type FewFiles, fewFiles } from "./support/few-files.js";
import { newFolder, succeed } from "./support/scene.js";
import { differences, layOut, overwrite, treeOf } from "./support/tree.js";

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** A disk of a megabyte, where this system lets us have one. */
const disk = newFolder();
const hasDisk = succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk);
afterAll(() => {
  if (hasDisk) succeeds("umount", disk);
});

let project: FewFiles;
beforeAll(async () => {
  project = await fewFiles();
});

/** Fills the disk but for so many kilobytes. */
function fill(left: number): void {
  const files: string[] = [];
  try {
    for (;;) {
      files.push(join(disk, `filler${files.length}`));
      writeFileSync(files.at(-1) as string, "x".repeat(4096));
    }
  } catch {
    for (const file of files.slice(-1 - left / 4)) rmSync(file, { force: true });
  }
}

test.skipIf(!hasDisk)(
  "a disk that is full: nothing is changed, and with room again the run does its work",
  async () => {
    const folder = join(disk, "app");
    for (const left of process.env.MODE === "long" ? [0, 4, 12, 24, 40] : [0, 24]) {
      layOut(folder, project.before);
      fill(left);
      const outcome = await run([], { cwd: folder });
      expect([left, badFailure(outcome), outcome.stderr.includes("the disk is full")]).toEqual([left, undefined, true]);
      expect(differences(treeOf(folder), project.before)).toEqual([]);
      for (let index = 0; index < 256; index += 1) rmSync(join(disk, `filler${index}`), { force: true });
      await succeed(folder);
      expect(differences(treeOf(folder), project.after)).toEqual([]);
    }
  },
);

const probe = join(folderOf(), "probe");
mkdirSync(probe);
const hasAttributes = succeeds("chattr", "+i", probe) && succeeds("chattr", "-i", probe);

test.skipIf(!hasAttributes)("a folder that even root cannot write to", async () => {
  const folder = folderOf();
  overwrite(folder, project.before);
  succeeds("chattr", "+i", join(folder, "src/api"));
  try {
    const outcome = await run([], { cwd: folder });
    expect(badFailure(outcome)).toBeUndefined();
    expect(differences(treeOf(folder), project.before)).toEqual([]);
  } finally {
    succeeds("chattr", "-i", join(folder, "src/api"));
  }
  await succeed(folder);
  expect(differences(treeOf(folder), project.after)).toEqual([]);
});

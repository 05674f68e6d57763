import type { Stats } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { concurrently, errorCode, isNameTaken } from "../../../files/index.js";
import { failChanged } from "../changed.js";
import { hashOf, keep, onDisk, spareName, sweepSpares, syncFolders, writeNew } from "../disk/index.js";
import { type Journal, type Step, writeJournal } from "../journal/index.js";
import type { WriteAction, WritePlan } from "../model.js";
import { foldersOf, outermostFirst } from "../paths.js";
import { throwRefusal } from "../refused.js";
import { abandon } from "./steps.js";

/** Most of the time of writing is waiting for the disk, so many files are written concurrently. */
const WAITING_FILES = 16;

interface Change {
  action: WriteAction;
  step: Step;
  /** The status of the file that is replaced. */
  replaced: Stats | undefined;
}

/**
 * Prepares a plan: writes every new text under a temporary name, gives every old file a second name, and writes the
 * journal with these names. The journal is also written before that, marked `staging`, so that the next run can clean
 * up after a killed one. `staged` is called before the final journal is written. If a file changed since planning
 * (B44-610), or the system refuses (B44-604), throws and leaves everything as it was.
 */
export async function stage(plan: WritePlan, staged: () => void | Promise<void>): Promise<Journal> {
  const { folder } = plan;
  const changes = await changesOf(plan);
  const steps = changes.map(({ step }) => step);
  const parents = [...new Set(steps.map(({ path }) => dirname(path)))];
  const created = missingFolders(folder, parents);
  const journal: Journal = { version: 1, steps, created, roots: plan.outputRoots };
  try {
    await Promise.all([...new Set([".", ...parents])].map((parent) => sweepSpares(join(folder, parent))));
    await writeJournal(folder, { ...journal, staging: true });
    await makeFolders(folder, created);
    await concurrently(changes, (change) => prepare(folder, change), WAITING_FILES);
    await staged();
    await syncFolders(folder, steps);
    await writeJournal(folder, journal);
  } catch (error) {
    await abandon(folder, journal).catch(() => {});
    return throwRefusal(error, { folder, path: "." });
  }
  return journal;
}

/** Returns the changes to make, the lock last, without those that another run has made since planning. */
async function changesOf(plan: WritePlan): Promise<Change[]> {
  const writes = plan.actions.filter(({ action }) => action === "create" || action === "update");
  const removals = plan.actions.filter(({ action }) => action === "remove");
  const lock = plan.lock.text === undefined ? [] : [plan.lock];
  const changes = await concurrently([...writes, ...removals, ...lock], (action) => changeOf(plan.folder, action));
  return changes.flatMap((change) => change ?? []);
}

async function changeOf(folder: string, action: WriteAction): Promise<Change | undefined> {
  const { path, before, text, after = null } = action;
  const disk = await onDisk(folder, path).catch((error) => throwRefusal(error, { folder, path }));
  const now = hashOf(disk);
  if (now !== before && now === after) return undefined;
  if (now !== before) failChanged(folder, { path, outcome: "Nothing was changed." });
  const temp = text === undefined ? null : spareName(path, "tmp");
  const backup = before === null ? null : spareName(path, "bak");
  const replaced = disk.kind === "file" && !disk.link ? disk.status : undefined;
  return { action, replaced, step: { path, temp, backup, before, after } };
}

async function prepare(folder: string, { action, step, replaced }: Change): Promise<void> {
  try {
    if (step.temp !== null) await writeNew(join(folder, step.temp), action.text ?? "", replaced);
    if (step.backup !== null) await keep(join(folder, step.path), join(folder, step.backup));
  } catch (error) {
    throwRefusal(error, { folder, path: step.path });
  }
}

/** Returns the missing folders among `parents` and the folders that contain them, outermost first. */
function missingFolders(folder: string, parents: string[]): string[] {
  const wanted = new Set(parents.filter((parent) => parent !== ".").flatMap((parent) => foldersOf(`${parent}/x`)));
  return outermostFirst([...wanted].filter((path) => !isNameTaken(join(folder, path))));
}

async function makeFolders(folder: string, created: string[]): Promise<void> {
  for (const path of created) {
    try {
      await mkdir(join(folder, path));
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throwRefusal(error, { folder, path });
    }
  }
}

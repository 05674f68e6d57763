import { rmdir } from "node:fs/promises";
import { join } from "node:path";
import { concurrently } from "../../../files/index.js";
import { ChangedFile } from "../changed.js";
import { hashOnDisk, nameNew, patientRemove, patientRename, syncFolders } from "../disk/index.js";
import type { Journal, Step } from "../journal/index.js";
import { foldersOf, JOURNAL_FILE, outermostFirst } from "../paths.js";

/**
 * Does one step: writes or removes the target, in one operation of the file system. Throws a {@link ChangedFile} if the
 * target is not, or no longer, what the step was planned for.
 */
export async function doStep(folder: string, step: Step): Promise<void> {
  const now = await hashOnDisk(folder, step.path);
  if (now === step.after && now !== step.before) return;
  if (now !== step.before && now !== "other") throw new ChangedFile(step.path);
  const target = join(folder, step.path);
  if (step.temp === null) await patientRemove(target);
  else if (step.before === null) await nameNew(join(folder, step.temp), { target, path: step.path });
  else await patientRename(join(folder, step.temp), target);
}

/**
 * Whether another program wrote into a target just before it was replaced. The backup is a hard link to the replaced
 * file, so it has that text.
 */
export async function hasUnseen(folder: string, { backup, before }: Step): Promise<boolean> {
  if (backup === null) return false;
  const now = await hashOnDisk(folder, backup);
  return now !== null && now !== before;
}

/** Throws a {@link ChangedFile} for the first of these done steps for which {@link hasUnseen} is true. */
export async function refuseUnseen(folder: string, steps: Step[]): Promise<void> {
  for (const step of steps) {
    if (step.before !== step.after && (await hasUnseen(folder, step))) throw new ChangedFile(step.path);
  }
}

/**
 * Undoes the done steps, last first: restores the old text of each target that has the new one. A target with any other
 * text was changed by another program since, and is left as it is.
 */
export async function undoSteps(folder: string, steps: Step[]): Promise<void> {
  for (const step of [...steps].reverse()) {
    if ((await hashOnDisk(folder, step.path)) !== step.after || step.before === step.after) continue;
    const { backup } = step;
    if (step.before === null) await patientRemove(join(folder, step.path));
    else if (backup !== null && (await hashOnDisk(folder, backup)) !== null) {
      await patientRename(join(folder, backup), join(folder, step.path));
    }
  }
  await syncFolders(folder, steps);
}

/** Cleans up after all steps were done: removes backups and empty folders, then the journal. */
export async function finish(folder: string, journal: Journal): Promise<void> {
  await removeSpares(folder, journal);
  const removed = journal.steps.filter(({ after }) => after === null).map(({ path }) => path);
  await pruneFolders(folder, removed, journal.roots);
  await patientRemove(join(folder, JOURNAL_FILE));
}

/** Cleans up after all steps were undone: removes temporary files and new folders, then the journal. */
export async function abandon(folder: string, journal: Journal): Promise<void> {
  await removeSpares(folder, journal);
  await removeFolders(folder, journal.created);
  await patientRemove(join(folder, JOURNAL_FILE));
}

/** Removes the folders that are empty; in `folders`, outer ones come before inner ones. */
async function removeFolders(folder: string, folders: string[]): Promise<void> {
  for (const name of [...folders].reverse()) await rmdir(join(folder, name)).catch(() => {});
}

async function removeSpares(folder: string, journal: Journal): Promise<void> {
  const spares = journal.steps.flatMap(({ temp, backup }) => [temp, backup]).filter((path) => path !== null);
  await concurrently(spares, (path) => patientRemove(join(folder, path)));
}

async function pruneFolders(folder: string, removed: string[], roots: string[]): Promise<void> {
  const below = (path: string) => roots.some((root) => root === "." || path.startsWith(`${root}/`));
  const emptied = [...new Set(removed.flatMap(foldersOf))].filter(below);
  await removeFolders(folder, outermostFirst(emptied));
}

import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Journal, Step } from "./journal.js";
import { hashOnDisk } from "./on-disk.js";
import { foldersOf, JOURNAL_FILE } from "./paths.js";
import { patientRename } from "./spare.js";

/** On Windows, a file that another program has just opened is refused for a moment. */
const PATIENT = { maxRetries: 5, retryDelay: 20 };

/** Does one step: the target gets its new text, or goes, in one operation of the file system. */
export async function doStep(folder: string, step: Step): Promise<void> {
  if (step.temp === null) await rm(join(folder, step.path), PATIENT);
  else await patientRename(join(folder, step.temp), join(folder, step.path));
}

/**
 * Takes back the steps that were done, last first. A target that has neither its old nor its new text was changed by
 * someone else since and stays as it is.
 */
export async function undoSteps(folder: string, steps: Step[]): Promise<void> {
  for (const step of [...steps].reverse()) {
    if ((await hashOnDisk(folder, step.path)) !== step.after || step.before === step.after) continue;
    const { backup } = step;
    if (step.before === null) await rm(join(folder, step.path));
    else if (backup !== null && (await hashOnDisk(folder, backup)) === step.before) {
      await patientRename(join(folder, backup), join(folder, step.path));
    }
  }
}

/** Ends a journal whose steps were all done: backups and emptied folders go, the journal last. */
export async function finish(folder: string, journal: Journal): Promise<void> {
  await removeSpares(folder, journal);
  const removed = journal.steps.filter(({ after }) => after === null).map(({ path }) => path);
  await pruneFolders(folder, removed, journal.roots);
  await rm(join(folder, JOURNAL_FILE), { force: true });
}

/** Ends a journal whose steps were all taken back: new files and folders go, the journal last. */
export async function abandon(folder: string, journal: Journal): Promise<void> {
  await removeSpares(folder, journal);
  await removeFolders(folder, journal.created);
  await rm(join(folder, JOURNAL_FILE), { force: true });
}

/** Removes folders that are empty; `folders` has outer ones before inner ones. */
export async function removeFolders(folder: string, folders: string[]): Promise<void> {
  for (const name of [...folders].reverse()) await rmdir(join(folder, name)).catch(() => {});
}

async function removeSpares(folder: string, journal: Journal): Promise<void> {
  const spares = journal.steps.flatMap(({ temp, backup }) => [temp, backup]).filter((path) => path !== null);
  await Promise.all(spares.map((path) => rm(join(folder, path), { force: true })));
}

async function pruneFolders(folder: string, removed: string[], roots: string[]): Promise<void> {
  const below = (path: string) => roots.some((root) => root === "." || path.startsWith(`${root}/`));
  const emptied = [...new Set(removed.flatMap(foldersOf))].filter(below);
  await removeFolders(
    folder,
    emptied.sort((one, other) => one.split("/").length - other.split("/").length),
  );
}

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fail } from "../../diagnostics/diagnostic.js";
import { concurrently } from "../concurrently.js";
import { contentHash } from "../content-hash.js";
import { displayPath, errorCode } from "../files.js";
import type { Journal, Step } from "./journal.js";
import type { WriteAction, WritePlan } from "./model.js";
import { onDisk } from "./on-disk.js";
import { foldersOf, JOURNAL_FILE } from "./paths.js";
import { throwRefusal } from "./refused.js";
import { keep, patientRename, spareName, sweepSpares, writeNew } from "./spare.js";
import { abandon } from "./steps.js";

/** Waiting for the disk is most of the time of writing, so many files wait together. */
const WAITING_FILES = 16;

interface Change {
  action: WriteAction;
  step: Step;
  /** The mode of the file that is replaced. */
  mode: number | undefined;
}

/**
 * Prepares a plan: every new text is on the disk under a temporary name, every old one has a second name, and the
 * journal that names them is written. `staged` is called before the journal is. Throws B44-610 where a file is not
 * what the plan saw, B44-604 where the system refuses; then everything is as before.
 */
export async function stage(plan: WritePlan, staged: () => void | Promise<void>): Promise<Journal> {
  const { folder } = plan;
  const changes = await changesOf(plan);
  const journal: Journal = { version: 1, steps: changes.map(({ step }) => step), created: [], roots: plan.outputRoots };
  try {
    const parents = [...new Set(changes.map(({ action }) => foldersOf(action.path)[0] ?? "."))];
    await makeFolders(folder, parents, journal.created);
    await Promise.all(parents.map((parent) => sweepSpares(join(folder, parent))));
    await concurrently(changes, (change) => prepare(folder, change), WAITING_FILES);
    await staged();
    await writeJournal(folder, journal);
  } catch (error) {
    await abandon(folder, journal).catch(() => {});
    return throwRefusal(error, { folder, path: "." });
  }
  return journal;
}

/** What is still to do, the lock last. What another run has done since the plan was made is left out. */
async function changesOf(plan: WritePlan): Promise<Change[]> {
  const writes = plan.actions.filter(({ action }) => action === "create" || action === "update");
  const removals = plan.actions.filter(({ action }) => action === "remove");
  const lock = plan.lock.text === undefined ? [] : [plan.lock];
  const changes = await concurrently([...writes, ...removals, ...lock], (action) => changeOf(plan.folder, action));
  return changes.flatMap((change) => change ?? []);
}

async function changeOf(folder: string, action: WriteAction): Promise<Change | undefined> {
  const { path, before, text } = action;
  const disk = await onDisk(folder, path).catch((error) => throwRefusal(error, { folder, path }));
  const now = disk.kind === "file" ? disk.hash : disk.kind === "missing" ? null : "other";
  const after = text === undefined ? null : contentHash(text);
  if (now !== before && now === after) return undefined;
  if (now !== before) {
    const file = displayPath(folder, path);
    fail("B44-610", { message: `${file} was changed while b44-gen ran. Nothing was changed.`, location: { file } });
  }
  const temp = text === undefined ? null : spareName(path, "tmp");
  const backup = before === null ? null : spareName(path, "bak");
  const mode = disk.kind === "file" && !disk.link ? disk.mode : undefined;
  return { action, mode, step: { path, temp, backup, before, after } };
}

async function prepare(folder: string, { action, step, mode }: Change): Promise<void> {
  try {
    if (step.temp !== null) await writeNew(join(folder, step.temp), action.text ?? "", mode);
    if (step.backup !== null) await keep(join(folder, step.path), join(folder, step.backup));
  } catch (error) {
    throwRefusal(error, { folder, path: step.path });
  }
}

/** Makes what is missing of `parents`, and notes it in `created`. */
async function makeFolders(folder: string, parents: string[], created: string[]): Promise<void> {
  const wanted = new Set(parents.filter((parent) => parent !== ".").flatMap((parent) => foldersOf(`${parent}/x`)));
  const depth = (path: string) => path.split("/").length;
  for (const path of [...wanted].sort((one, other) => depth(one) - depth(other))) {
    try {
      await mkdir(join(folder, path));
      created.push(path);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throwRefusal(error, { folder, path });
    }
  }
}

async function writeJournal(folder: string, journal: Journal): Promise<void> {
  const temp = join(folder, spareName(JOURNAL_FILE, "tmp"));
  try {
    await writeNew(temp, `${JSON.stringify(journal, null, 2)}\n`);
    await patientRename(temp, join(folder, JOURNAL_FILE));
  } catch (error) {
    throwRefusal(error, { folder, path: JOURNAL_FILE });
  }
}

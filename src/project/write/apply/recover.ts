import { dirname, join } from "node:path";
import { ChangedFile, failChanged } from "../changed.js";
import { hashOnDisk, staysInside, sweepSparesOf, syncFolders } from "../disk/index.js";
import { type Journal, readJournal, type Step } from "../journal/index.js";
import { JOURNAL_FILE } from "../paths.js";
import { throwRefusal } from "../refused.js";
import { abandon, doStep, finish, hasUnseen, undoSteps } from "./steps.js";

/** The result of {@link recover}: there was no journal, or it completed or rolled back the interrupted run. */
type Recovery = "none" | "completed" | "rolled back";

/**
 * Finishes an interrupted run: completes it if every new text still exists, otherwise restores the old files. Files
 * that someone changed since stay as they are. Call this only in this process's turn. Throws B44-604 if the system
 * refuses, and B44-612 for a broken journal.
 */
export async function recover(folder: string): Promise<Recovery> {
  await sweepSparesOf(join(folder, JOURNAL_FILE));
  const journal = await readJournal(folder);
  if (!journal) return "none";
  const steps = await reachable(folder, journal.steps);
  let path = steps[0]?.path ?? ".";
  try {
    if (journal.staging) {
      await abandon(folder, { ...journal, steps });
      return "rolled back";
    }
    const states = await Promise.all(steps.map((step) => stateOf(folder, step)));
    const forward = !states.includes("lost");
    if (forward) {
      for (const [index, step] of steps.entries()) {
        path = step.path;
        if (states[index] === "ready") await doStep(folder, step);
      }
      await syncFolders(folder, steps);
    } else {
      await undoSteps(folder, steps);
    }
    await (forward ? finish : abandon)(folder, { ...journal, steps });
    return forward ? "completed" : "rolled back";
  } catch (error) {
    const outcome = "The next run tries again to complete the interrupted run.";
    if (error instanceof ChangedFile) return failChanged(folder, { path: error.path, outcome });
    return throwRefusal(error, { folder, path, outcome });
  }
}

/**
 * Returns the state of a step. `done`: also if someone changed the file since. `ready`: it can be done. `lost`: it is
 * not done and cannot be, or it replaced a text that was not the planned one.
 */
async function stateOf(folder: string, step: Step): Promise<"done" | "ready" | "lost"> {
  const now = await hashOnDisk(folder, step.path);
  if (now === step.after && (await hasUnseen(folder, step))) return "lost";
  if (now === step.after || now !== step.before) return "done";
  if (step.temp === null) return "ready";
  return (await hashOnDisk(folder, step.temp)) === step.after ? "ready" : "lost";
}

async function reachable(folder: string, steps: Journal["steps"]): Promise<Step[]> {
  const inside = await Promise.all(steps.map(({ path }) => staysInside(folder, dirname(path))));
  return steps.filter((_, index) => inside[index]);
}

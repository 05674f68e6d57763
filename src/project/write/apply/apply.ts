import { DiagnosticError } from "../../../diagnostics/index.js";
import { ChangedFile, failChanged } from "../changed.js";
import { syncFolders } from "../disk/index.js";
import type { Journal } from "../journal/index.js";
import type { WritePlan } from "../model.js";
import { refusePlan } from "../plan/index.js";
import { refusal, throwRefusal } from "../refused.js";
import { exclusively, refuseOvertaken, type TurnOptions } from "../turn/index.js";
import { mendNames } from "./mend-names.js";
import { recover } from "./recover.js";
import { stage } from "./stage.js";
import { abandon, doStep, finish, refuseUnseen, undoSteps } from "./steps.js";

/** The moments of writing, in order. `step:0`, `step:1`, … come before each step. */
export type WriteMoment = "staged" | "journalled" | `step:${number}` | "done" | "finished";

/** Options of {@link applyWrites}. */
export interface ApplyOptions {
  /**
   * Called at each moment. Anything that it throws counts as a failure of the file system at that moment. For tests.
   */
  at?: (moment: WriteMoment) => void | Promise<void>;
}

/**
 * Carries out a plan, all or nothing, including the lock. A plan without changes writes nothing. Each file is complete
 * at every moment, even if the process is killed, and {@link recover} finishes an interrupted run. Throws a
 * `DiagnosticError`: the plan's own errors; B44-604 if the system refuses; B44-610 if a file changed after planning;
 * B44-611 if another process has the turn for too long, or took over ours; B44-612 for a broken journal.
 */
export async function applyWrites(plan: WritePlan, options: ApplyOptions = {}): Promise<void> {
  refusePlan(plan);
  if (![...plan.actions, plan.lock].some(({ action }) => ["create", "update", "remove"].includes(action))) return;
  const at = options.at ?? (() => {});
  await takeTurns(plan.folder, async () => {
    await refuseOvertaken(plan.folder);
    await mendNames(plan.folder, plan.renames);
    const journal = await stage(plan, () => at("staged"));
    await carryOut(plan.folder, journal, at);
  });
}

/**
 * Waits for the turn to write into `folder`, finishes what a killed run began there, and runs `work`. Reading the lock,
 * planning and applying belong inside `work`, so that the second of two runs sees what the first wrote. Throws what
 * `work` throws, and B44-604, B44-611 and B44-612 as {@link applyWrites} does.
 */
export async function takeTurns<T>(folder: string, work: () => Promise<T>, options?: TurnOptions): Promise<T> {
  const recovered = async () => {
    await recover(folder);
    return work();
  };
  return exclusively(folder, recovered, options);
}

async function carryOut(folder: string, journal: Journal, at: NonNullable<ApplyOptions["at"]>): Promise<void> {
  const { steps } = journal;
  let done = 0;
  try {
    await at("journalled");
    for (const step of steps) {
      await at(`step:${done}`);
      await doStep(folder, step);
      done += 1;
    }
    await at("done");
    await refuseUnseen(folder, steps);
    await syncFolders(folder, steps);
  } catch (error) {
    const path = steps[Math.min(done, steps.length - 1)]?.path ?? ".";
    const outcome = await takeBack(folder, journal, done + 1);
    if (error instanceof ChangedFile) failChanged(folder, { path: error.path, outcome });
    const refused = refusal(error, { folder, path, outcome });
    throw refused ? new DiagnosticError(refused) : error;
  }
  const outcome = "All files were written; the next run removes the temporary copies of the old ones.";
  await finish(folder, journal).catch((error) => throwRefusal(error, { folder, path: ".", outcome }));
  await at("finished");
}

async function takeBack(folder: string, journal: Journal, done: number): Promise<string> {
  try {
    await undoSteps(folder, journal.steps.slice(0, done));
    await abandon(folder, journal);
    return "Nothing was changed.";
  } catch {
    return "Files written before could not be rolled back: the next run completes or rolls back this run.";
  }
}

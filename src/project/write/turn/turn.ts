import { AsyncLocalStorage } from "node:async_hooks";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fail } from "../../../diagnostics/index.js";
import { shownPath, withoutLinks } from "../../../files/index.js";
import { patientRemove } from "../disk/index.js";
import { TURN_FILE } from "../paths.js";
import { throwRefusal } from "../refused.js";
import { isOwnTurn, ownTurn, removeIfPossible, tryTurn, turnHolder } from "./turn-file.js";

const POLL = 40;
/** Windows refuses a name for a moment after its file was removed, and while another program has the file open. */
const UNWRITABLE_TRIES = 10;
/** A run has the turn from its first look at the project on, including the time for fetching. */
const LONGEST_WAIT = 120_000;

/** In milliseconds. Shorter waits are not reported: most runs are over by then. */
const UNNOTICED_WAIT = 2_000;

export interface TurnOptions {
  /** The longest wait, in milliseconds. */
  wait?: number;
  /** Called at most once, with a message about the run that this one waits for. */
  told?: (step: string) => void;
}

/** The content of our turn files by folder; null for a folder that cannot be written. */
const held = new AsyncLocalStorage<ReadonlyMap<string, string | null>>();

/**
 * Runs `work` while no other process, and no other call in this one, writes into `folder`, which is created if it does
 * not exist. Calls for the same folder inside `work` run at once. Waits up to two minutes (`wait`, in milliseconds) for
 * its turn, then throws B44-611. `told` is called if the wait is long enough for a person to notice. A folder that
 * cannot be written has no turns: `work` runs, and fails if it writes.
 */
export async function exclusively<T>(
  folder: string,
  work: () => Promise<T>,
  { wait = LONGEST_WAIT, told = () => {} }: TurnOptions = {},
): Promise<T> {
  const made = await madeFolder(folder);
  const mine = held.getStore() ?? new Map();
  if (mine.has(made)) return work();
  const file = join(made, TURN_FILE);
  const own = await takeTurn(file, folder, { wait, told });
  const forget = () => {
    if (own !== null && isOwnTurn(file, own)) removeIfPossible(file);
  };
  process.once("exit", forget);
  try {
    return await held.run(new Map([...mine, [made, own]]), work);
  } finally {
    // If it cannot be removed now, it is removed when the process ends, or taken over then, so this is no reason to
    // fail.
    const isOver = own === null || !isOwnTurn(file, own) || (await isRemoved(file));
    if (isOver) process.off("exit", forget);
  }
}

/** Throws B44-611 if the current turn was taken over by another process because it took too long. */
export async function refuseOvertaken(folder: string): Promise<void> {
  const made = await madeFolder(folder);
  const own = held.getStore()?.get(made);
  const file = join(made, TURN_FILE);
  if (typeof own !== "string" || isOwnTurn(file, own)) return;
  fail("B44-611", {
    message: `This run took too long, so ${holderName(file)} took over. Nothing was written.`,
    location: { file: shownPath(folder, TURN_FILE) },
    help: "Run again.",
  });
}

async function isRemoved(file: string): Promise<boolean> {
  try {
    await patientRemove(file);
    return true;
  } catch {
    return false;
  }
}

async function madeFolder(folder: string): Promise<string> {
  try {
    return await withoutLinks(folder);
  } catch {
    try {
      await mkdir(folder, { recursive: true });
      return await withoutLinks(folder);
    } catch (error) {
      return throwRefusal(error, { folder, path: "." });
    }
  }
}

/** Waits for the turn. Returns the content of our turn file; null for a folder that cannot be written. */
async function takeTurn(file: string, folder: string, { wait, told }: Required<TurnOptions>): Promise<string | null> {
  const [end, telling] = [Date.now() + wait, Date.now() + UNNOTICED_WAIT];
  let isTold = false;
  for (let unwritable = 0; ; ) {
    const own = ownTurn();
    const result = triedTurn(file, { own, folder });
    if (result === "taken") return own;
    if (result === "unwritable") {
      unwritable += 1;
      if (unwritable === (process.platform === "win32" ? UNWRITABLE_TRIES : 1)) return null;
    }
    if (Date.now() > end) return tooLong(file, folder, wait);
    if (Date.now() > telling && !isTold) {
      told(`waiting: ${holderName(file)} is running`);
      isTold = true;
    }
    await delay(POLL);
  }
}

function triedTurn(file: string, { own, folder }: { own: string; folder: string }): ReturnType<typeof tryTurn> {
  try {
    return tryTurn(file, own);
  } catch (error) {
    return throwRefusal(error, { folder, path: TURN_FILE });
  }
}

function tooLong(file: string, folder: string, wait: number): never {
  const name = shownPath(folder, TURN_FILE);
  return fail("B44-611", {
    message: `${holderName(file)} has been writing for more than ${Math.round(wait / 1000)} s.`,
    location: { file: name },
    help: `Wait for it. If none is running, delete ${name} and run again.`,
  });
}

function holderName(file: string): string {
  const holder = turnHolder(file);
  return holder ? `Another b44-gen (process ${holder.pid} on ${holder.host})` : "Another b44-gen";
}

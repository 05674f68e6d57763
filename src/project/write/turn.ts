import { AsyncLocalStorage } from "node:async_hooks";
import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fail } from "../../diagnostics/diagnostic.js";
import { displayPath } from "../files.js";
import { TURN_FILE } from "./paths.js";
import { patientRemove } from "./patience.js";
import { throwRefusal } from "./refused.js";
import { removeIfPossible, tryTurn, turnHolder } from "./turn-file.js";

const POLL = 40;
/** Windows refuses a name for a moment after its file was removed. */
const UNWRITABLE_TRIES = 10;
/** A run has the turn from its first look at the project, fetching included. */
const LONGEST_WAIT = 120_000;

const held = new AsyncLocalStorage<ReadonlySet<string>>();

/**
 * Runs `work` while no other process, and nobody else in this one, writes into `folder`, which is made if need be.
 * Inside `work`, further calls for the same folder run at once. Waits up to two minutes (`wait`, in milliseconds) for its
 * turn, then throws B44-611. In a folder that cannot be written there are no turns: `work` runs, and fails if it
 * writes.
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>, wait = LONGEST_WAIT): Promise<T> {
  const made = await madeFolder(folder);
  const mine = held.getStore() ?? new Set();
  if (mine.has(made)) return work();
  const file = join(made, TURN_FILE);
  const taken = await takeTurn(file, folder, wait);
  const forget = () => removeIfPossible(file);
  if (taken) process.once("exit", forget);
  try {
    return await held.run(new Set([...mine, made]), work);
  } finally {
    // Where it cannot be removed, it is when the process ends, or taken over then: no reason to fail.
    const removed =
      taken &&
      (await patientRemove(file).then(
        () => true,
        () => false,
      ));
    if (removed) process.off("exit", forget);
  }
}

async function madeFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    try {
      await mkdir(folder, { recursive: true });
      return await realpath(folder);
    } catch (error) {
      return throwRefusal(error, { folder, path: "." });
    }
  }
}

async function takeTurn(file: string, folder: string, wait: number): Promise<boolean> {
  const end = Date.now() + wait;
  for (let unwritable = 0; ; ) {
    const result = triedTurn(file, folder);
    if (result === "taken") return true;
    if (result === "unwritable") {
      unwritable += 1;
      if (unwritable === (process.platform === "win32" ? UNWRITABLE_TRIES : 1)) return false;
    }
    if (Date.now() > end) return tooLong(file, folder, wait);
    await delay(POLL);
  }
}

function triedTurn(file: string, folder: string): ReturnType<typeof tryTurn> {
  try {
    return tryTurn(file);
  } catch (error) {
    return throwRefusal(error, { folder, path: TURN_FILE });
  }
}

function tooLong(file: string, folder: string, wait: number): never {
  const holder = turnHolder(file);
  const who = holder ? `Another b44-gen (process ${holder.pid} on ${holder.host})` : "Another b44-gen";
  const name = displayPath(folder, TURN_FILE);
  return fail("B44-611", {
    message: `${who} has been writing for more than ${Math.round(wait / 1000)} s.`,
    location: { file: name },
    help: `Wait for it; if none is running, delete ${name} and run again.`,
  });
}

import { AsyncLocalStorage } from "node:async_hooks";
import { rmSync } from "node:fs";
import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fail } from "../../diagnostics/diagnostic.js";
import { displayPath } from "../files.js";
import { TURN_FILE } from "./paths.js";
import { throwRefusal } from "./refused.js";
import { tryTurn, turnHolder } from "./turn-file.js";

const POLL = 40;
/** Windows refuses a name for a moment after its file was removed. */
const UNWRITABLE_TRIES = 10;
const LONGEST_WAIT = 30_000;

const held = new AsyncLocalStorage<ReadonlySet<string>>();

/**
 * Runs `work` while no other process, and nobody else in this one, writes into `folder`, which is made if need be.
 * Inside `work`, further calls for the same folder run at once. Waits up to 30 s (`wait`, in milliseconds) for its
 * turn, then throws B44-611. In a folder that cannot be written there are no turns: `work` runs, and fails if it
 * writes.
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>, wait = LONGEST_WAIT): Promise<T> {
  const made = await madeFolder(folder);
  const mine = held.getStore() ?? new Set();
  if (mine.has(made)) return work();
  const file = join(made, TURN_FILE);
  const taken = await takeTurn(file, folder, wait);
  const forget = () => rmSync(file, { force: true });
  if (taken) process.once("exit", forget);
  try {
    return await held.run(new Set([...mine, made]), work);
  } finally {
    process.off("exit", forget);
    if (taken) await rm(file, { force: true });
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
    const result = await tryTurn(file).catch((error) => throwRefusal(error, { folder, path: TURN_FILE }));
    if (result === "taken") return true;
    if (result === "unwritable") {
      unwritable += 1;
      if (unwritable === (process.platform === "win32" ? UNWRITABLE_TRIES : 1)) return false;
    }
    if (Date.now() > end) return tooLong(file, folder, wait);
    await delay(POLL);
  }
}

async function tooLong(file: string, folder: string, wait: number): Promise<never> {
  const holder = await turnHolder(file);
  const who = holder ? `Another b44-gen (process ${holder.pid} on ${holder.host})` : "Another b44-gen";
  const name = displayPath(folder, TURN_FILE);
  return fail("B44-611", {
    message: `${who} has been writing for more than ${Math.round(wait / 1000)} s.`,
    location: { file: name },
    help: `Wait for it; if none is running, delete ${name} and run again.`,
  });
}

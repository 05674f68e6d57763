import { randomBytes } from "node:crypto";
import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { errorCode, isMissing, statIfThere } from "../../../files/index.js";

// Everything here is synchronous, so that as little as possible can happen between looking at a file and changing it.

/** After this long, a turn counts as forgotten even if its process seems to be alive: process ids are reused. */
const LONGEST_TURN = 10 * 60_000;
/** A turn file without content is being written; after this long, its process died while doing so. */
const LONGEST_BIRTH = 10_000;
/** The folder is read-only for us, or, on Windows, another program has the file open for a moment. */
const REFUSALS = ["EACCES", "EPERM", "EROFS", "EBUSY"];

/** The process that has the turn. */
interface TurnHolder {
  pid: number;
  host: string;
  /**
   * Identifies the system of the process id: Windows, WSL and containers can be on the same host, and each has its own
   * ids.
   */
  processes: string;
  /** Milliseconds since 1970. */
  started: number;
}

/** Returns the content of a turn file that this process creates now. */
export function ownTurn(): string {
  const holder: TurnHolder = { pid: process.pid, host: hostname(), processes: ownProcesses(), started: Date.now() };
  return JSON.stringify(holder);
}

/**
 * Identifies the system that the process ids belong to. On Linux, containers differ in their namespace for process ids.
 */
function ownProcesses(): string {
  try {
    return `${process.platform} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return process.platform;
  }
}

/**
 * Tries to take the turn by creating `file` with {@link ownTurn}. Returns `taken` if it is ours now, `busy` if another
 * process has it, `unwritable` if the system refuses to create the file, or to remove one whose process is gone. Throws
 * the system's error for any other reason, and then leaves no file.
 */
export function tryTurn(file: string, own: string): "taken" | "busy" | "unwritable" {
  try {
    if (create(file, own)) {
      sweepAside(file);
      return "taken";
    }
    removeStale(file);
    return "busy";
  } catch (error) {
    if (REFUSALS.includes(errorCode(error) ?? "")) return "unwritable";
    throw error;
  }
}

/** Whether a turn that was taken is still ours: after {@link LONGEST_TURN} another process may have taken it over. */
export function isOwnTurn(file: string, own: string): boolean {
  return textOf(file) === own;
}

/** Returns the process that has the turn; undefined if none has, or the file cannot be read. */
export function turnHolder(file: string): TurnHolder | undefined {
  return holderIn(textOf(file) ?? "");
}

/** Whether there is a turn file whose process no longer exists, because it was killed in its turn. Never throws. */
export function isForgotten(file: string): boolean {
  const text = textOf(file);
  return text !== undefined && isStale(file, text);
}

/** Creates the turn file. Returns false if it exists already. */
function create(file: string, text: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, "wx");
  } catch (error) {
    // A folder or a link is not a turn file, and will not go away.
    if (errorCode(error) !== "EEXIST" || lstatSync(file, { throwIfNoEntry: false })?.isFile() === false) throw error;
    return false;
  }
  try {
    writeSync(handle, text);
  } catch (error) {
    removeIfPossible(file);
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

/**
 * Removes a turn file whose process no longer exists. It is renamed first: of two processes that both find it stale,
 * only one gets it, and a process that got a fresh file by mistake puts it back.
 */
function removeStale(file: string): void {
  const text = textOf(file);
  if (text === undefined || !isStale(file, text)) return;
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== text) linkSync(aside, file);
    removeIfPossible(aside);
  } catch (error) {
    removeIfPossible(aside);
    if (!isMissing(error) && errorCode(error) !== "EEXIST") throw error;
  }
}

/** Removes files that {@link removeStale} left because its process was killed. */
function sweepAside(file: string): void {
  const prefix = `${basename(file)}.`;
  const isAside = (name: string) => name.startsWith(prefix) && /^[0-9a-f]{12}$/.test(name.slice(prefix.length));
  const left = namesIn(dirname(file)).filter(isAside);
  for (const aside of left.map((name) => join(dirname(file), name)).filter(isForgotten)) removeIfPossible(aside);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes a file if possible. Otherwise it counts as forgotten once this process has ended. */
export function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function isStale(file: string, text: string): boolean {
  const holder = holderIn(text);
  if (!holder) {
    const born = statIfThere(file);
    return born !== undefined && Date.now() - born.mtimeMs > LONGEST_BIRTH;
  }
  if (Date.now() - holder.started > LONGEST_TURN) return true;
  const isOurs = holder.host === hostname() && holder.processes === ownProcesses();
  return isOurs && !isAlive(holder.pid);
}

function holderIn(text: string): TurnHolder | undefined {
  try {
    const value: Partial<TurnHolder> | null = JSON.parse(text);
    if (typeof value?.pid !== "number" || typeof value.started !== "number") return undefined;
    return { pid: value.pid, host: String(value.host), processes: String(value.processes), started: value.started };
  } catch {
    return undefined;
  }
}

/** Signal 0 only tests whether the process exists. `EPERM` means that it does, under another user. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

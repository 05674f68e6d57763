import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { errorCode, isMissing } from "../files.js";

/** After this long a turn counts as forgotten even where its process seems to live: process ids are used again. */
const LONGEST_TURN = 10 * 60_000;
/** A turn file without content is one that is being written; after this long, its process died doing so. */
const LONGEST_BIRTH = 10_000;

/** Who has the turn. */
export interface TurnHolder {
  pid: number;
  host: string;
  /** Milliseconds since 1970. */
  started: number;
}

/**
 * Tries to take the turn by creating `file`. `taken`: it is ours now. `busy`: another process has it. `unwritable`: the
 * folder is read-only for us.
 */
export async function tryTurn(file: string): Promise<"taken" | "busy" | "unwritable"> {
  const holder: TurnHolder = { pid: process.pid, host: hostname(), started: Date.now() };
  try {
    await writeFile(file, JSON.stringify(holder), { flag: "wx" });
    return "taken";
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (["EACCES", "EPERM", "EROFS"].includes(code)) return "unwritable";
    if (code !== "EEXIST") throw error;
  }
  await removeStale(file);
  return "busy";
}

/** Who has the turn, undefined where nobody has or the file does not say. */
export async function turnHolder(file: string): Promise<TurnHolder | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  return holderIn(text);
}

/**
 * Removes a turn file whose process is gone. It is renamed first: of two processes that both find it stale, one gets
 * it, and one that got a fresh file by mistake puts it back.
 */
async function removeStale(file: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined || !(await isStale(file, text))) return;
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, "utf8")) !== text) await link(aside, file);
    await rm(aside, { force: true });
  } catch (error) {
    await rm(aside, { force: true });
    if (!isMissing(error) && errorCode(error) !== "EEXIST") throw error;
  }
}

async function isStale(file: string, text: string): Promise<boolean> {
  const holder = holderIn(text);
  if (!holder) {
    const born = await stat(file).catch(() => undefined);
    return born !== undefined && Date.now() - born.mtimeMs > LONGEST_BIRTH;
  }
  if (Date.now() - holder.started > LONGEST_TURN) return true;
  return holder.host === hostname() && !isAlive(holder.pid);
}

function holderIn(text: string): TurnHolder | undefined {
  try {
    const value: Partial<TurnHolder> | null = JSON.parse(text);
    if (typeof value?.pid !== "number" || typeof value.started !== "number") return undefined;
    return { pid: value.pid, host: String(value.host), started: value.started };
  } catch {
    return undefined;
  }
}

/** Signal 0 only asks. `EPERM` means that the process lives, under another user. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

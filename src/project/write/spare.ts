import { randomBytes } from "node:crypto";
import { copyFile, link, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode } from "../files.js";

/** `tmp`: the new text before it gets its name. `bak`: the old text until all is done. */
export type SpareKind = "tmp" | "bak";

const SPARE = /^\.(.+)\.[0-9a-f]{12}\.b44(tmp|bak)$/;
const RETRIES = 6;

/** A new name beside `path` that no other run uses. */
export function spareName(path: string, kind: SpareKind): string {
  const { folder, name } = split(path);
  return `${folder}.${name}.${randomBytes(6).toString("hex")}.b44${kind}`;
}

/** Whether `value` is a name that {@link spareName} gives for `path`. */
export function isSpareName(value: unknown, path: string, kind: SpareKind): value is string {
  if (typeof value !== "string") return false;
  const spare = split(value);
  const target = split(path);
  const match = SPARE.exec(spare.name);
  return spare.folder === target.folder && match?.[1] === target.name && match[2] === kind;
}

/** Removes what killed runs left in a folder before they had a journal. For the process whose turn it is. */
export async function sweepSpares(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => SPARE.test(name)).map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Writes a new file and waits until it is on the disk. `mode` is that of the file it will replace. Fails where the file
 * exists.
 */
export async function writeNew(file: string, text: string, mode?: number): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(text);
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Keeps what stands at `file` under a second name: a hard link where the file system has them, else a copy. */
export async function keep(file: string, backup: string): Promise<void> {
  await link(file, backup).catch(() => copyFile(file, backup));
}

/** `rename`, which on Windows waits a moment for programs that have just opened the file: virus scanners, editors. */
export async function patientRename(from: string, to: string): Promise<void> {
  for (let round = 0; ; round += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = ["EPERM", "EACCES", "EBUSY"].includes(errorCode(error) ?? "");
      if (process.platform !== "win32" || !held || round === RETRIES) throw error;
      await delay(10 * 2 ** round);
    }
  }
}

function split(path: string): { folder: string; name: string } {
  const end = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, end), name: path.slice(end) };
}

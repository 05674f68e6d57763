import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { chmod, chown, link, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, isNameTaken, statIfThere } from "../../../files/index.js";
import { ChangedFile } from "../changed.js";
import { patientRemove, patientRename } from "./patience.js";
import { syncHandle } from "./sync.js";

/** `tmp`: the new text before it gets its name. `bak`: the old text until all steps are done. */
type SpareKind = "tmp" | "bak";

const SPARE = /^\.(.+)\.[0-9a-f]{12}\.b44(tmp|bak)$/;

/** Makes a new name beside `path` that no other run uses. */
export function spareName(path: string, kind: SpareKind): string {
  const { folder, name } = split(path);
  return `${folder}.${name}.${randomBytes(6).toString("hex")}.b44${kind}`;
}

/** Whether {@link spareName} can have made `value` for `path`. */
export function isSpareName(value: unknown, path: string, kind: SpareKind): value is string {
  if (typeof value !== "string") return false;
  const spare = split(value);
  const target = split(path);
  const match = SPARE.exec(spare.name);
  return spare.folder === target.folder && match?.[1] === target.name && match[2] === kind;
}

/** Removes what killed runs left in a folder before they had a journal. Call this only in this process's turn. */
export async function sweepSpares(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => SPARE.test(name)).map((name) => patientRemove(join(folder, name))));
}

/**
 * Writes a new file and waits until it is on the disk. The file gets the mode and the owner of the one that it will
 * replace. Fails if the file exists.
 */
export async function writeNew(file: string, content: string | Uint8Array, replaced?: Stats): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(content);
    // By its name: if Node runs with its permission model, `handle.chmod` is refused.
    if (replaced && isOthers(replaced)) await chown(file, replaced.uid, replaced.gid).catch(() => {});
    if (replaced) await chmod(file, replaced.mode & 0o7777);
    await syncHandle(handle);
  } finally {
    await handle.close();
  }
}

/** Whether this process runs as root, as in containers, and the file belongs to another user. */
function isOthers({ uid }: Stats): boolean {
  return process.geteuid?.() === 0 && uid !== 0;
}

/** Keeps the file under a second name: a hard link if the file system has them, otherwise a copy. */
export async function keep(file: string, backup: string): Promise<void> {
  await link(file, backup).catch(async () => writeNew(backup, await readFile(file), statIfThere(file)));
}

/**
 * Gives a new file its name, `target`, which must be free: with a hard link, which replaces nothing, if the file system
 * has them. `temp` is removed if possible. Throws a {@link ChangedFile} for `path` if a file exists there by now.
 */
export async function nameNew(temp: string, { target, path }: { target: string; path: string }): Promise<void> {
  try {
    await link(temp, target);
    await patientRemove(temp).catch(() => {});
  } catch (error) {
    if (errorCode(error) === "EEXIST" || isNameTaken(target)) {
      if (statIfThere(target)?.isDirectory()) throw error;
      throw new ChangedFile(path);
    }
    await patientRename(temp, target);
  }
}

function split(path: string): { folder: string; name: string } {
  const end = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, end), name: path.slice(end) };
}

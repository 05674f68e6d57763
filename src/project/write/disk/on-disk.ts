import type { Stats } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentHash, errorCode, isMissing } from "../../../files/index.js";

/** What is at a path now. */
export type OnDisk =
  | { kind: "missing" }
  /**
   * `link`: the path itself is a symbolic link; bytes and hash are those of the file that it leads to, `status` is the
   * link's own.
   */
  | { kind: "file"; bytes: Buffer; hash: string; status: Stats; link: boolean }
  /** A folder, a socket, or a link that leads nowhere. */
  | { kind: "other" };

/** Reads what is at a path. Rejects with the system's error if something is there but cannot be read. */
export async function onDisk(folder: string, path: string): Promise<OnDisk> {
  const file = join(folder, path);
  let link = false;
  try {
    const status = await lstat(file);
    link = status.isSymbolicLink();
    if (!status.isFile() && !link) return { kind: "other" };
    const bytes = await readFile(file);
    return { kind: "file", bytes, hash: contentHash(bytes), status, link };
  } catch (error) {
    if (link && (isMissing(error) || ["EISDIR", "ELOOP"].includes(errorCode(error) ?? ""))) return { kind: "other" };
    if (isMissing(error)) return { kind: "missing" };
    throw error;
  }
}

/** Returns the hash of the file at a path: null if nothing is there, `other` if it is not a file. */
export async function hashOnDisk(folder: string, path: string): Promise<string | null> {
  return hashOf(await onDisk(folder, path));
}

/** Returns the hash of what was found at a path, like {@link hashOnDisk}. */
export function hashOf(disk: OnDisk): string | null {
  if (disk.kind === "missing") return null;
  return disk.kind === "file" ? disk.hash : "other";
}

import { fsync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { concurrently, errorCode } from "../../../files/index.js";

/** The errors of systems, file systems and Node's permission model that do not support syncing a file or folder. */
const NOT_SUPPORTED = ["EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EISDIR", "EPERM", "EACCES", "ERR_ACCESS_DENIED"];

/** By descriptor: the handles that Yarn's Plug'n'Play substitutes for Node's have no `sync`. */
const sync = promisify(fsync);

/** Waits until what was written is on the disk, if the file system can do that. Rejects if the disk fails. */
export async function syncHandle(handle: FileHandle): Promise<void> {
  try {
    await sync(handle.fd);
  } catch (error) {
    if (!NOT_SUPPORTED.includes(errorCode(error) ?? "")) throw error;
  }
}

/**
 * Waits until the names of the steps' files are on the disk. Without it, a power cut may leave the steps done and the
 * journal not written, or the journal removed and the steps not done. Windows cannot do this, and keeps the order by
 * itself.
 */
export async function syncFolders(folder: string, steps: readonly { path: string }[]): Promise<void> {
  if (process.platform === "win32") return;
  const parents = new Set(steps.map(({ path }) => dirname(path)));
  await concurrently([...parents], (parent) => syncFolder(join(folder, parent)));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  if (handle === undefined) return;
  try {
    await syncHandle(handle);
  } finally {
    await handle.close();
  }
}

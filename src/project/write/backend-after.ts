import { concurrently, foldCase, pathFrom, withForwardSlashes } from "../../files/index.js";
import type { Backend, BackendFunction } from "../detect/backend-model.js";
import { lockedFile } from "../lock/model.js";
import { readLock } from "../lock/read.js";
import { isSameFile, planStaleScaffold } from "./plan/index.js";

/** The run that decides which functions are kept. */
interface FunctionsOfRun {
  /** The lock's folder; absolute. */
  folder: string;
  /** The names of the functions that the run writes. */
  names: readonly string[];
}

/**
 * Returns the backend as it will be after a run: without the functions that the run removes (written by b44-gen,
 * unchanged, and no longer among `names`), and without those that it renames only in case. From it, generated lists of
 * the project's functions are right after one run. An entry that cannot be read is kept; a lock that cannot be read
 * counts as missing. Never rejects.
 */
export async function backendAfter(backend: Backend, { folder, names }: FunctionsOfRun): Promise<Backend> {
  const lock = await readLock(folder).catch(() => undefined);
  const leaves = async (one: BackendFunction): Promise<boolean> => {
    const path = pathFrom(folder, one.entry);
    const locked = lockedFile(lock, path);
    if (names.includes(one.name) || locked?.kind !== "scaffold") return false;
    if (await isRenamed(one, names)) return true;
    const planned = await planStaleScaffold({ path, locked }, folder).catch(() => undefined);
    return planned?.action.action === "remove";
  };
  const leaving = await concurrently(backend.functions, leaves);
  return { ...backend, functions: backend.functions.filter((_, index) => !leaving[index]) };
}

/** Whether a function has one of `names` in another case, on a file system that ignores case. */
async function isRenamed({ name, folder }: BackendFunction, names: readonly string[]): Promise<boolean> {
  const other = names.find((one) => foldCase(one) === foldCase(name));
  const root = withForwardSlashes(folder).slice(0, -name.length);
  return other !== undefined && root + name === withForwardSlashes(folder) && isSameFile(root, name, other);
}

import { concurrently, pathFrom } from "../../files/index.js";
import type { Backend, BackendFunction } from "../detect/backend-model.js";
import { readLock } from "../lock/read.js";
import { planStaleScaffold } from "./plan/index.js";

/** The run that decides which functions stay. */
interface FunctionsOfRun {
  /** Absolute: the lock's folder. */
  folder: string;
  /** The names of the functions that the run writes. */
  names: readonly string[];
}

/**
 * A backend as a run leaves it: without the functions that the run removes, which are those that b44-gen wrote, that
 * nobody changed and that are not among `names` any more. So what lists the project's functions is right at once and
 * not only after a second run. An entry that cannot be read stays, a lock that cannot be read is none. Never rejects.
 */
export async function backendAfter(backend: Backend, { folder, names }: FunctionsOfRun): Promise<Backend> {
  const lock = await readLock(folder).catch(() => undefined);
  const leaves = async ({ name, entry }: BackendFunction): Promise<boolean> => {
    const path = pathFrom(folder, entry);
    const locked = lock && Object.hasOwn(lock.files, path) ? lock.files[path] : undefined;
    if (names.includes(name) || locked?.kind !== "scaffold") return false;
    const planned = await planStaleScaffold({ path, locked }, folder).catch(() => undefined);
    return planned?.action.action === "remove";
  };
  const leaving = await concurrently(backend.functions, leaves);
  return { ...backend, functions: backend.functions.filter((_, index) => !leaving[index]) };
}

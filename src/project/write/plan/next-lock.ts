import { contentHash } from "../../../files/index.js";
import { formatLock } from "../../lock/format.js";
import { LOCK_FILE, LOCK_VERSION, type Lock, type LockedFile } from "../../lock/model.js";
import { hashOnDisk } from "../disk/index.js";
import type { PlanInput, WritePlan } from "../model.js";
import { throwRefusal } from "../refused.js";
import type { Planned } from "./planned.js";

/**
 * Returns the APIs whose files a run decides about: its own, and those of which the old lock has only files, because a
 * file was kept after its API was removed.
 */
export function apisOfRun({ apis, update, lock }: PlanInput): Set<string> {
  const owners = Object.values(lock?.files ?? {}).flatMap(({ api }) => api ?? []);
  const orphans = owners.filter((api) => !Object.hasOwn(lock?.apis ?? {}, api));
  return new Set([...apis, ...Object.keys(update.apis), ...orphans]);
}

/** Returns the files in the old lock that a run does not decide about, as `[path, file]`. */
export function filesOfOthers(input: PlanInput): [string, LockedFile][] {
  const inRun = apisOfRun(input);
  return Object.entries(input.lock?.files ?? {}).filter(([, { api }]) => api !== null && !inRun.has(api));
}

/** Plans the lock file. Throws B44-604 if it cannot be read. */
export async function planLock(input: PlanInput, planned: Planned[]): Promise<WritePlan["lock"]> {
  const next = nextLock(input, planned);
  const text = formatLock(next);
  const before = await hashOnDisk(input.folder, LOCK_FILE).catch((error) =>
    throwRefusal(error, { folder: input.folder, path: LOCK_FILE }),
  );
  const base = { path: LOCK_FILE, api: null, next, before };
  const after = contentHash(text);
  if (before === after) return { ...base, action: "unchanged", generatorOnly: false };
  const { lock } = input;
  const generatorOnly = lock !== undefined && formatLock({ ...lock, generator: next.generator }) === text;
  return { ...base, action: before === null ? "create" : "update", text, after, generatorOnly };
}

/** Plans the lock file for a plan that has no actions because of its diagnostics. */
export function lockKept(input: PlanInput): WritePlan["lock"] {
  const next = input.lock ?? nextLock(input, []);
  return { path: LOCK_FILE, api: null, action: "kept", before: null, next, generatorOnly: false };
}

function nextLock(input: PlanInput, planned: Planned[]): Lock {
  const inRun = apisOfRun(input);
  const otherApis = Object.entries(input.lock?.apis ?? {}).filter(([name]) => !inRun.has(name));
  const own = planned.flatMap(({ action, locked }): [string, LockedFile][] => (locked ? [[action.path, locked]] : []));
  const files = [...filesOfOthers(input), ...own];
  const paths = new Set(files.map(([path]) => path));
  return {
    ...input.update,
    lockfileVersion: LOCK_VERSION,
    apis: Object.fromEntries([...otherApis, ...Object.entries(input.update.apis)]),
    files: Object.fromEntries(files.map(([path, file]) => [path, keepingOnly(file, paths)])),
  };
}

/** Returns a locked file with only those files in `keeps` that the lock has too. */
function keepingOnly(file: LockedFile, paths: ReadonlySet<string>): LockedFile {
  const { keeps, ...rest } = file;
  return keeps ? { ...rest, keeps: keeps.filter((path) => paths.has(path)) } : rest;
}

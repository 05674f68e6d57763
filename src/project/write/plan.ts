import { type Diagnostic, DiagnosticError } from "../../diagnostics/diagnostic.js";
import { concurrently } from "../concurrently.js";
import { contentHash } from "../content-hash.js";
import { byCodeUnit } from "../files.js";
import { formatLock } from "../lock/format.js";
import { LOCK_FILE, LOCK_VERSION, type Lock, type LockedFile } from "../lock/model.js";
import { placeProblems } from "./check-plan.js";
import type { PlanInput, WriteAction, WritePlan } from "./model.js";
import { hashOnDisk } from "./on-disk.js";
import { refusal, throwRefusal } from "./refused.js";
import { planStale, renamedFiles, staleFiles } from "./stale.js";
import { type Planned, planTarget } from "./target.js";

/**
 * Compares what a run generated with what is on disk and in the lock, and says what would happen to each file. Reads
 * only. Whatever is wrong is in `diagnostics` (B44-601 to 604, 608, 609); the plan itself is whole even so, except that
 * wrong paths leave it without actions. Throws B44-604 where the lock file cannot be read.
 */
export async function planWrites(input: PlanInput): Promise<WritePlan> {
  const { folder, outputRoots } = input;
  const problems = await placeProblems(input);
  if (problems.length > 0) return { folder, outputRoots, actions: [], lock: lockKept(input), diagnostics: problems };
  const wanted = new Set(input.files.map(({ path }) => path));
  const stale = staleFiles(input.lock, apisOfRun(input), wanted);
  const renamed = await renamedFiles(folder, stale, wanted);
  const newNames = new Set(renamed.values());
  const targets = await concurrently(input.files, (file) =>
    readable(file.path, file.api, folder, () => {
      const locked = lockedFile(input.lock, file.path);
      return planTarget(file, { folder, locked, force: input.force, rename: newNames.has(file.path) });
    }),
  );
  const ends = await concurrently(
    stale.filter(({ path }) => !renamed.has(path)),
    (file) => readable(file.path, file.locked.api, folder, () => planStale(file, folder)),
  );
  const planned = [...targets, ...ends].flatMap((one) => one ?? []);
  const actions = planned.map(({ action }) => action).sort((one, other) => byCodeUnit(one.path, other.path));
  const diagnostics = planned.flatMap((one) => one.diagnostic ?? []);
  return { folder, outputRoots, actions, lock: await planLock(input, nextLock(input, actions)), diagnostics };
}

async function readable(
  path: string,
  api: string | null,
  folder: string,
  plan: () => Promise<Planned | undefined>,
): Promise<Planned | undefined> {
  try {
    return await plan();
  } catch (error) {
    const refused = refusal(error, { folder, path });
    if (!refused) throw error;
    return { action: { path, api, action: "kept", before: null }, diagnostic: refused };
  }
}

function lockedFile(lock: Lock | undefined, path: string): LockedFile | undefined {
  return lock && Object.hasOwn(lock.files, path) ? lock.files[path] : undefined;
}

function apisOfRun(input: PlanInput): Set<string> {
  return new Set([...input.apis, ...Object.keys(input.update.apis)]);
}

function nextLock(input: PlanInput, actions: WriteAction[]): Lock {
  const { lock, update } = input;
  const inRun = apisOfRun(input);
  const otherApis = Object.entries(lock?.apis ?? {}).filter(([name]) => !inRun.has(name));
  const otherFiles = Object.entries(lock?.files ?? {}).filter(([, { api }]) => api !== null && !inRun.has(api));
  const files = actions.flatMap(({ path, api, action, text, before }): [string, LockedFile][] => {
    if (action === "unchanged") return [[path, { hash: before ?? "", api }]];
    return text === undefined ? [] : [[path, { hash: contentHash(text), api }]];
  });
  return {
    ...update,
    lockfileVersion: LOCK_VERSION,
    apis: Object.fromEntries([...otherApis, ...Object.entries(update.apis)]),
    files: Object.fromEntries([...otherFiles, ...files]),
  };
}

async function planLock(input: PlanInput, next: Lock): Promise<WritePlan["lock"]> {
  const text = formatLock(next);
  const before = await hashOnDisk(input.folder, LOCK_FILE).catch((error) =>
    throwRefusal(error, { folder: input.folder, path: LOCK_FILE }),
  );
  const base = { path: LOCK_FILE, api: null, next, before };
  if (before === contentHash(text)) return { ...base, action: "unchanged", generatorOnly: false };
  const { lock } = input;
  const generatorOnly = lock !== undefined && formatLock({ ...lock, generator: next.generator }) === text;
  return { ...base, action: before === null ? "create" : "update", text, generatorOnly };
}

function lockKept(input: PlanInput): WritePlan["lock"] {
  const next = input.lock ?? nextLock(input, []);
  return { path: LOCK_FILE, api: null, action: "kept", before: null, next, generatorOnly: false };
}

/** Throws a `DiagnosticError` with the plan's errors, if it has any. */
export function refuseErrors(plan: WritePlan): void {
  const errors: Diagnostic[] = plan.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new DiagnosticError(errors);
}

import { DiagnosticError, errorsOf } from "../../../diagnostics/index.js";
import { byCodeUnit, concurrently } from "../../../files/index.js";
import { type LockedFile, lockedFile } from "../../lock/model.js";
import type { GeneratedFile, PlanInput, Rename, WriteAction, WritePlan } from "../model.js";
import { foldersOf } from "../paths.js";
import { refusal } from "../refused.js";
import { placeProblems } from "./check-plan.js";
import { planGenerated } from "./generated.js";
import { apisOfRun, filesOfOthers, lockKept, planLock } from "./next-lock.js";
import { planOffer, planStaleOffer } from "./offer.js";
import type { Place, Planned } from "./planned.js";
import { renamedFiles, renamesOf } from "./renamed.js";
import { planScaffold } from "./scaffold.js";
import { planKept, planStale, type StaleFile, staleFiles } from "./stale.js";
import { planStaleScaffold } from "./stale-scaffold.js";

/**
 * Compares what a run generated with the disk and the lock, and plans an action for each file. Writes nothing. Problems
 * are reported in `diagnostics` (B44-601 to 604, 608, 609, 613 to 615). The plan is complete despite them, but if paths
 * are wrong it has no actions. Throws B44-604 if the lock file cannot be read.
 */
export async function planWrites(input: PlanInput): Promise<WritePlan> {
  const { folder } = input;
  const roots = input.outputRoots.map(({ path }) => path);
  const problems = await placeProblems(input);
  if (problems.length > 0) {
    return { folder, outputRoots: roots, renames: [], actions: [], lock: lockKept(input), diagnostics: problems };
  }
  const { planned, renames } = await planFiles(input);
  const actions = planned.map(({ action }) => action).sort((one, other) => byCodeUnit(one.path, other.path));
  const diagnostics = planned.flatMap((one) => one.diagnostic ?? []);
  const outputRoots = [...roots, ...formerRoots(actions, roots)];
  return { folder, outputRoots, renames, actions, lock: await planLock(input, planned), diagnostics };
}

/** Returns the outermost folders of removed files outside the roots: a run without functions has no root for them. */
function formerRoots(actions: readonly WriteAction[], roots: readonly string[]): string[] {
  const isBelow = (path: string) => roots.some((root) => root === "." || path.startsWith(`${root}/`));
  const removed = actions.filter(({ path, action }) => action === "remove" && !isBelow(path));
  return [...new Set(removed.flatMap(({ path }) => foldersOf(path).at(-1) ?? []))];
}

/**
 * Plans all files. The order matters: new entries depend on which scaffolds are removed, and removals on which
 * scaffolds are kept.
 */
async function planFiles(input: PlanInput): Promise<{ planned: Planned[]; renames: Rename[] }> {
  const { folder, lock, force } = input;
  const wanted = new Set(input.files.map(({ path }) => path));
  const stale = staleFiles(lock, apisOfRun(input), wanted);
  const renamed = await renamedFiles(folder, stale, wanted);
  const oldNames = new Map([...renamed].map(([old, name]) => [name, old]));
  const gone = stale.filter(({ path }) => !renamed.has(path));
  const scaffolds = await planEach(ofKind(gone, "scaffold"), folder, (file) => planStaleScaffold(file, folder));
  const leaving = new Set(scaffolds.flatMap(({ action }) => (action.action === "remove" ? action.path : [])));
  const targets = await planEach(input.files, folder, (file) => {
    const oldName = oldNames.get(file.path);
    const locked = lockedFile(lock, file.path) ?? (oldName === undefined ? undefined : lockedFile(lock, oldName));
    return planFile(file, { folder, locked, force, rename: oldName !== undefined, leaving });
  });
  const offers = await planEach(ofKind(gone, "offer"), folder, (file) => planStaleOffer(file, folder));
  const staying = [...scaffolds, ...targets].map(({ locked }) => locked);
  const keepers = [...staying, ...filesOfOthers(input).map(([, locked]) => locked)];
  const kept = new Set(keepers.flatMap((locked) => locked?.keeps ?? []));
  const ends = await planEach(ofKind(gone, "generated"), folder, (file) =>
    kept.has(file.path) ? planKept(file, folder) : planStale(file, folder),
  );
  return { planned: [...targets, ...scaffolds, ...offers, ...ends], renames: renamesOf(renamed, input.outputRoots) };
}

function planFile(file: GeneratedFile, place: Place): Promise<Planned> {
  if (file.kind === "scaffold") return planScaffold(file, place);
  if (file.kind === "offer") return planOffer(file, place);
  return planGenerated(file, place);
}

function ofKind(files: StaleFile[], wanted: NonNullable<LockedFile["kind"]>): StaleFile[] {
  return files.filter(({ locked }) => (locked.kind ?? "generated") === wanted);
}

/** Plans files concurrently, in their order. A file that the system refuses to read is kept, with B44-604. */
async function planEach<File extends GeneratedFile | StaleFile>(
  files: File[],
  folder: string,
  plan: (file: File) => Promise<Planned | undefined>,
): Promise<Planned[]> {
  const planned = await concurrently(files, async (file): Promise<Planned | undefined> => {
    try {
      return await plan(file);
    } catch (error) {
      const refused = refusal(error, { folder, path: file.path });
      if (!refused) throw error;
      const api = "locked" in file ? file.locked.api : file.api;
      return { action: { path: file.path, api, action: "kept", before: null }, diagnostic: refused };
    }
  });
  return planned.flatMap((one) => one ?? []);
}

/** Throws a `DiagnosticError` with the plan's errors, if it has any. */
export function refusePlan(plan: WritePlan): void {
  const errors = errorsOf(plan.diagnostics);
  if (errors.length > 0) throw new DiagnosticError(errors);
}

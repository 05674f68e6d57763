import { resolve } from "node:path";
import { type Diagnostic, diagnostic, isOfKind } from "../../diagnostics/index.js";
import { shownPath } from "../../files/index.js";
import type { Lock, WriteAction, WritePlan } from "../../project/index.js";
import { changedInputs } from "./changed-inputs.js";

/** The input of {@link driftOf}. */
interface DriftInput {
  /** The files that a run would write. */
  plan: WritePlan;
  /** The current lock; undefined if there is none, or if it cannot be read. */
  lock: Lock | undefined;
  /**
   * The APIs of the run, if it is one of several jobs that each check a part. Files of other APIs are left to other
   * jobs, and shared files to {@link sharedDrift}.
   */
  apis?: ReadonlySet<string> | undefined;
}

/**
 * Reports what a run would change: files that are missing, out of date, edited or stale (B44-710 to 712, and B44-601 to
 * 603 as planning reports them), and a lock that is out of date (B44-713, B44-715). A different version of b44-gen
 * alone is not reported. Empty if everything is up to date.
 */
export function driftOf({ plan, lock, apis }: DriftInput): Diagnostic[] {
  const actions = plan.actions.filter(({ api }) => !apis || (api !== null && apis.has(api)));
  const files = new Set(actions.map(({ path }) => displayed(plan.folder, path)));
  const isOwn = ({ location }: Diagnostic) => !apis || files.has(location?.file ?? "");
  const found = [
    ...plan.diagnostics.filter((item) => isOfKind(item, "keptFile") && isOwn(item)),
    ...actions.flatMap((action) => fileDrift(action, plan, lock)),
  ];
  return [...ofLock({ plan, lock, apis }, found.length > 0), ...found];
}

function fileDrift(action: WriteAction, { folder }: WritePlan, lock: Lock | undefined): Diagnostic[] {
  const file = displayed(folder, action.path);
  if (action.action === "create") {
    const severity = (action.kind ?? "generated") === "generated" ? undefined : "warning";
    return [diagnostic("B44-710", { message: `${file} is missing.`, location: { file }, severity })];
  }
  if (action.action === "remove") {
    return [diagnostic("B44-712", { message: `${file} is no longer generated.`, location: { file } })];
  }
  if (action.action !== "update") return [];
  const asLocked = lock?.files[action.path]?.hash === action.before;
  const why = asLocked || lock === undefined ? "is not what b44-gen writes now" : "is not what the last run wrote";
  return [diagnostic("B44-711", { message: `${file} ${why}.`, location: { file } })];
}

/** @param isExplained true if changed files are reported already, which explains why the lock differs */
function ofLock({ plan, lock, apis }: DriftInput, isExplained: boolean): Diagnostic[] {
  const { action, next, generatorOnly } = plan.lock;
  const file = displayed(plan.folder, plan.lock.path);
  if (action === "unchanged" || action === "kept" || generatorOnly) return [];
  if (action === "create") {
    const config = next.config && displayed(plan.folder, next.config.path);
    return [diagnostic("B44-715", { message: `${file} does not exist.`, location: { file: config ?? file } })];
  }
  const shown = (path: string) => displayed(plan.folder, path);
  const inputs = lock ? changedInputs(onlyApis(lock, apis), onlyApis(next, apis), shown) : [];
  if (inputs.length > 0) {
    return inputs.map(({ path, what }) => {
      const location = { file: path === undefined ? file : shown(path) };
      return diagnostic("B44-713", { message: `${what}.`, location });
    });
  }
  if (isExplained || apis) return [];
  return [diagnostic("B44-713", { message: `${file} is out of date.`, location: { file } })];
}

function onlyApis(lock: Lock, apis: ReadonlySet<string> | undefined): Lock {
  if (!apis) return lock;
  const { backend: _, ...settings } = lock.settings;
  return { ...lock, settings, apis: Object.fromEntries(Object.entries(lock.apis).filter(([name]) => apis.has(name))) };
}

/** The path of a file for messages: relative to the working folder, with forward slashes. */
function displayed(folder: string, path: string): string {
  return shownPath(resolve(folder, path));
}

import type { Target } from "../../config/index.js";
import { type Diagnostic, DiagnosticError } from "../../diagnostics/index.js";
import type { OutputFile, PlacedFile } from "../../emit/output.js";
import { emitTypes } from "../../emit/types/index.js";
import { chosenNameFaults } from "../../ir/index.js";
import { type Plan, planApi, type Way } from "../../plan/index.js";
import type { LockedApi } from "../../project/index.js";
import type { Progress } from "../progress.js";
import { compileApi } from "./compile-api.js";
import type { ApiSource } from "./compile-read.js";
import { lockedApi } from "./locked-api.js";

/** An API of a run: its source, and the way to it. */
export interface ApiRequest extends ApiSource {
  /** Missing for a custom integration. */
  way?: Way;
  /** Those files in `allowFiles` that only the command line allows, for this run. */
  allowedOnce?: readonly string[];
}

/** The options of a run that each of its APIs depends on. */
export interface PlanningOptions {
  /** Absolute: the lock's folder. */
  folder: string;
  /** Lets an integration have any number of operations: more than 30, or none that it can call. */
  anyNumber: boolean;
  /** What the calls are generated for. */
  targets: readonly Target[];
}

/** An API of a run, compiled and planned: everything that does not depend on other APIs. It is plain data. */
export interface PlannedApi {
  plan: Plan;
  locked: LockedApi;
  /** The copy of a spec from the network, ready to be written. */
  copy: PlacedFile | undefined;
  /** The types for each target. */
  types: Partial<Record<Target, OutputFile>>;
  /** With lines and columns. */
  diagnostics: Diagnostic[];
}

/**
 * Compiles and plans one API: from a spec to the plan of its calls and their types. Throws what the stages throw, with
 * lines and columns.
 */
export async function planRequest(
  request: ApiRequest,
  { folder, anyNumber, targets }: PlanningOptions,
  progress: Progress,
): Promise<PlannedApi> {
  const compiled = await compileApi(request, progress);
  const plan = compiled.located(() => {
    const faults = chosenNameFaults(compiled.api, request.names ?? {});
    if (faults.length > 0) throw new DiagnosticError(faults);
    return planApi(compiled.api, request.way ?? { via: "integration" }, { anyNumber });
  });
  const emitted = targets.map((target) => ({ target, ...typesFor(plan, target) }));
  return {
    plan,
    locked: lockedApi(request, compiled, { api: plan.api, folder }),
    copy: compiled.copy?.file,
    types: Object.fromEntries(emitted.map(({ target, file }) => [target, file])),
    // The types for different targets differ only in what they import.
    diagnostics: [
      ...compiled.diagnostics,
      ...compiled.locate([...plan.diagnostics, ...(emitted[0]?.diagnostics ?? [])]),
    ],
  };
}

function typesFor({ api, backend }: Plan, target: Target): ReturnType<typeof emitTypes> {
  return emitTypes(api, { backend, importExtension: target === "functions" ? "ts" : "js" });
}

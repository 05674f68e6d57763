import { type Diagnostic, type DiagnosticMarks, isOfKind } from "../../diagnostics/index.js";
import type { ApiRequest, PlannedApi, PlanningOptions } from "../api/planned-api.js";

/** The input of a thread. */
export interface ThreadWork {
  requests: ApiRequest[];
  options: PlanningOptions;
}

/** The outcome of planning one API. */
export type Planned =
  | { planned: PlannedApi }
  /** It threw a `DiagnosticError`. */
  | { diagnostics: Diagnostic[] }
  /** It threw anything else. */
  | { fault: Fault };

/** An error that is not a `DiagnosticError`, as plain data. */
export interface Fault {
  message: string;
  stack?: string | undefined;
}

/** Whether planning stops after an API with this result, because b44-gen itself or the network failed. */
export function isLast(result: Planned): boolean {
  return (
    "fault" in result || ("diagnostics" in result && result.diagnostics.some((item) => isOfKind(item, "noResponse")))
  );
}

/** A message of a thread: a step that begins, or, as the last one, the results of its requests up to {@link isLast}. */
export type ThreadMessage = { step: string } | { results: Planned[]; marks: DiagnosticMarks };

/** Returns the diagnostics of all results, in their order. */
export function saidIn(results: readonly Planned[]): Diagnostic[] {
  return results.flatMap((result) => {
    if ("fault" in result) return [];
    return "planned" in result ? result.planned.diagnostics : result.diagnostics;
  });
}

import { type Diagnostic, type DiagnosticMarks, isOfKind } from "../../diagnostics/index.js";
import type { ApiRequest, PlannedApi, PlanningOptions } from "../api/planned-api.js";

/** What a thread is given when it starts. */
export interface ThreadWork {
  requests: ApiRequest[];
  options: PlanningOptions;
}

/** How the planning of one API ended. */
export type Planned =
  | { planned: PlannedApi }
  /** It threw a `DiagnosticError`. */
  | { diagnostics: Diagnostic[] }
  /** It threw anything else. */
  | { fault: Fault };

/** What was thrown that is no `DiagnosticError`. */
export interface Fault {
  message: string;
  stack?: string | undefined;
}

/** Whether APIs after one that ended so are not looked at: b44-gen itself failed, or the network did. */
export function isLast(result: Planned): boolean {
  return (
    "fault" in result || ("diagnostics" in result && result.diagnostics.some((item) => isOfKind(item, "noResponse")))
  );
}

/** What a thread says: a step that begins, or, once, what its requests came to, up to the last that is looked at. */
export type ThreadMessage = { step: string } | { results: Planned[]; marks: DiagnosticMarks };

/** What is said in results, each where it stands. */
export function saidIn(results: readonly Planned[]): Diagnostic[] {
  return results.flatMap((result) => {
    if ("fault" in result) return [];
    return "planned" in result ? result.planned.diagnostics : result.diagnostics;
  });
}

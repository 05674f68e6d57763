import { DiagnosticError } from "../../diagnostics/index.js";
import { type ApiRequest, type PlanningOptions, planRequest } from "../planned-api.js";
import type { Progress } from "../progress.js";
import type { Planned } from "./model.js";

/** Plans one API after the other, up to the first that fails. Never rejects. */
export async function planInTurn(
  requests: readonly ApiRequest[],
  options: PlanningOptions,
  progress: Progress,
): Promise<Planned[]> {
  const results: Planned[] = [];
  for (const request of requests) {
    try {
      results.push({ planned: await planRequest(request, options, progress) });
    } catch (error) {
      results.push(error instanceof DiagnosticError ? { diagnostics: error.diagnostics } : { fault: textOf(error) });
      break;
    }
  }
  return results;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { DiagnosticError } from "../../diagnostics/index.js";
import { type ApiRequest, type PlanningOptions, planRequest } from "../api/planned-api.js";
import type { Progress } from "../progress.js";
import { type Fault, isLast, type Planned } from "./model.js";

/**
 * Plans APIs one after the other. Stops after a failure of the network or of b44-gen itself ({@link isLast}), at which
 * the next API would probably fail too. Never rejects.
 */
export async function planInTurn(
  requests: readonly ApiRequest[],
  options: PlanningOptions,
  progress: Progress,
): Promise<Planned[]> {
  const results: Planned[] = [];
  for (const request of requests) {
    const result = await plannedOf(request, options, progress);
    results.push(result);
    if (isLast(result)) break;
  }
  return results;
}

async function plannedOf(request: ApiRequest, options: PlanningOptions, progress: Progress): Promise<Planned> {
  try {
    return { planned: await planRequest(request, options, progress) };
  } catch (error) {
    return error instanceof DiagnosticError ? { diagnostics: error.diagnostics } : { fault: faultOf(error) };
  }
}

/** Returns the message and stack of an error: other members may not be transferable between threads. */
function faultOf(error: unknown): Fault {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}

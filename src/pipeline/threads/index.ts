import { DiagnosticError } from "../../diagnostics/index.js";
import type { ApiRequest, PlannedApi, PlanningOptions } from "../planned-api.js";
import type { Progress } from "../progress.js";
import type { Planned } from "./model.js";
import { planInTurn } from "./plan-in-turn.js";
import { sharesOf } from "./shares.js";
import { inThread, threadFile } from "./thread.js";

/**
 * Plans the APIs of a run, in threads where that is faster: docs/decisions/0016. The outcome is the same either way:
 * results in the order of the requests, or what the first of them that fails throws.
 */
export async function planRequests(
  requests: readonly ApiRequest[],
  { progress, ...options }: PlanningOptions & { progress: Progress },
): Promise<PlannedApi[]> {
  const file = requests.length > 1 ? threadFile() : undefined;
  const shares = file ? sharesOf(requests) : [requests.map((_, index) => index)];
  const results = await Promise.all(
    shares.map((indexes, share) => {
      const own = indexes.flatMap((index) => requests[index] ?? []);
      return file && share > 0
        ? inThread({ requests: own, options }, file, progress)
        : planInTurn(own, options, progress);
    }),
  );
  const byIndex = shares.flatMap((indexes, share) =>
    indexes.map((index, nth) => [index, results[share]?.[nth]] as const),
  );
  const planned = new Map(byIndex);
  return requests.map((_, index) => plannedOf(planned.get(index)));
}

/** Requests after one that failed were not looked at, but then that one is met first. */
function plannedOf(result: Planned | undefined): PlannedApi {
  if (result && "planned" in result) return result.planned;
  if (result && "diagnostics" in result) throw new DiagnosticError(result.diagnostics);
  throw new Error(result?.fault ?? "an API was not planned");
}

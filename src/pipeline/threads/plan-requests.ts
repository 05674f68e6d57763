import { type Diagnostic, DiagnosticError } from "../../diagnostics/index.js";
import type { ApiRequest, PlannedApi, PlanningOptions } from "../api/planned-api.js";
import type { Progress } from "../progress.js";
import { isLast, type Planned } from "./model.js";
import { planInTurn } from "./plan-in-turn.js";
import { sharesOf } from "./shares.js";
import { inThread, threadFile } from "./thread.js";

/**
 * Plans the APIs of a run, in threads if that is faster (docs/decisions/0016). The outcome is the same either way: the
 * results in the order of the requests, or one `DiagnosticError` with the diagnostics of all APIs that failed, up to
 * {@link isLast}.
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
  return allPlanned(requests.map((_, index) => planned.get(index)));
}

/**
 * Returns the planned APIs. Results after {@link isLast} are ignored: whether there are any depends on how the APIs
 * were distributed.
 */
function allPlanned(results: readonly (Planned | undefined)[]): PlannedApi[] {
  const all: PlannedApi[] = [];
  const said: Diagnostic[] = [];
  for (const result of results) {
    if (!result) throw new Error("an API was not planned");
    if ("fault" in result) throw Object.assign(new Error(result.fault.message), { stack: result.fault.stack });
    if ("planned" in result) all.push(result.planned);
    else said.push(...result.diagnostics);
    if (isLast(result)) break;
  }
  if (said.length > 0) throw new DiagnosticError(said);
  return all;
}

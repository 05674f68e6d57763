import { getOrInsert } from "../../collections/index.js";
import { checkConnection } from "../../connectors/index.js";
import { type Diagnostic, diagnostic, firstOf } from "../../diagnostics/index.js";
import type { Api } from "../../ir/index.js";
import type { Connection } from "../../runtime/functions/b44-definition.js";
import type { BackendWay } from "../model.js";
import type { PlannedCall } from "./operation/index.js";

/** Returns the error for an API without operations (B44-201). */
export function nothingToCall({ spec }: Api): Diagnostic {
  return diagnostic("B44-201", {
    message: `There is nothing for a backend function to call: ${spec} has no operations.`,
    location: { file: spec, pointer: "/paths" },
    setting: ["spec"],
    help: "Remove the API from the config, or give the spec that contains its `paths`.",
  });
}

/** Returns the error if no operation is left (B44-201). */
export function noneCarried({ spec }: Api): Diagnostic {
  const message = `A backend function can call none of the selected operations of ${spec}.`;
  return diagnostic("B44-201", {
    message,
    location: { file: spec, pointer: "/paths" },
    setting: ["operations"],
    help: "The B44-309 messages say why. Select other operations, or write the calls by hand in a function of your own.",
  });
}

/** Returns the faults of the connector in the config (B44-320). */
export function connectionProblems(api: Api, connection: Connection): Diagnostic[] {
  return checkConnection(connection).map(({ severity, problem, help }) =>
    diagnostic("B44-320", { severity, message: `${api.name}: ${problem}`, setting: ["via", "connector"], help }),
  );
}

/** Returns the error for an unknown base URL (B44-310). */
export function noBaseUrl(api: Api, problem: string): Diagnostic {
  const message = `The base URL of ${api.name} is unknown: ${problem}.`;
  const location = api.servers[0]?.source ?? { file: api.spec, pointer: "" };
  return diagnostic("B44-310", { message, location, setting: ["baseUrl"] });
}

/** Returns the diagnostic for an operation that cannot be carried (B44-309). */
export function notCarriedBy(way: BackendWay, { operation, obstacles, lacksBaseUrl }: PlannedCall): Diagnostic {
  return diagnostic("B44-309", {
    severity: operation.named ? "error" : "warning",
    message: `A ${way.via} cannot call ${operation.id}: ${obstacles.join("; ")}.`,
    location: operation.source,
    ...(lacksBaseUrl && {
      help: "Remove the operation from the selection, or set `baseUrl` in the API's config entry for all of its calls.",
    }),
  });
}

/** Reports the operations that nothing authorises, grouped by what they lack (B44-311). */
export function missingSecrets(planned: readonly PlannedCall[], api: Api): Diagnostic[] {
  const byProblem = new Map<string, PlannedCall[]>();
  for (const item of planned) {
    if (item.problem === undefined || item.obstacles.length > 0) continue;
    const { problem } = item.problem;
    getOrInsert(byProblem, problem, () => []).push(item);
  }
  return [...byProblem].map(([problem, operations]) => {
    const [first] = operations;
    const ids = operations.map(({ operation }) => operation.id);
    return diagnostic("B44-311", {
      message: `${firstOf(ids, 1)} of ${api.name} cannot be authorised: ${ids.length > 1 ? "they are" : "it is"} ${problem}.`,
      location: first?.operation.source,
      help: first?.problem?.help,
    });
  });
}

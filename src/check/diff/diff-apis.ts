import type { Api, Operation } from "../../ir/index.js";
import { type ChangeKindName, changeKinds } from "./kinds/index.js";
import type { Change, ChangePlace } from "./model.js";
import { compareIdentity } from "./operation/identity.js";
import { matchOperations } from "./operation/operations.js";
import { compareParameters } from "./operation/parameters.js";
import { OperationReport, type ReportEntry } from "./operation/report.js";
import { compareRequestBody } from "./operation/request-body.js";
import { compareResponses } from "./operation/responses.js";
import { compareSecurity } from "./operation/security.js";
import { compareServers } from "./operation/servers.js";
import { placeText } from "./place-text.js";
import { Graph } from "./schema/graph.js";
import { placedFindings } from "./schema/places.js";
import { Side } from "./schema/side/index.js";
import { Unchanged } from "./schema/unchanged.js";

/**
 * Compares two versions of an API from the view of an app that calls it. A schema that many operations use is compared
 * once and reported for each of them. A schema in very many places of a value is reported for the first twenty.
 *
 * @param before the operations that the app uses
 * @param after the same selection from the new version, in which patterns may match further operations
 * @returns the changes in the order of the operations in `before`, then of their places; new operations come last
 */
export function diffApis(before: Api, after: Api): Change[] {
  const apis = { before, after };
  const sides = { before: new Side(before), after: new Side(after) };
  const graph = new Graph(sides, new Unchanged(before, after));
  const reports = matchOperations(before, after).map(({ before: was, after: is }) => {
    if (!was || !is) return { was, is, entries: [] };
    const report = new OperationReport(was, is, graph);
    compareIdentity(report);
    compareParameters(report, sides);
    compareRequestBody(report);
    compareResponses(report);
    compareSecurity(report, apis);
    compareServers(report, apis);
    return { was, is, entries: report.entries };
  });
  graph.finish();
  return reports.flatMap(({ was, is, entries }) => {
    if (was && is) return entries.flatMap((entry) => changesOf(was, entry));
    if (was) return [changeOfWhole(was, "operation-removed")];
    return is ? [changeOfWhole(is, "operation-added")] : [];
  });
}

function changesOf(operation: Operation, entry: ReportEntry): Change[] {
  if ("kind" in entry) return [change(operation, entry)];
  return placedFindings(entry.node).map(({ finding, path }) =>
    change(operation, { ...finding, place: { ...entry.place, path: [...entry.place.path, ...path] } }),
  );
}

/** Returns the change for an operation that only one version has. */
function changeOfWhole(operation: Operation, kind: "operation-added" | "operation-removed"): Change {
  const place = { part: "operation" } as const;
  const { source } = operation;
  return kind === "operation-added"
    ? change(operation, { kind, place, predicate: "was added", before: undefined, after: source, missingIn: "before" })
    : change(operation, {
        kind,
        place,
        predicate: "was removed",
        before: source,
        after: undefined,
        missingIn: "after",
      });
}

function change(
  { id, name }: Operation,
  found: Pick<Change, "before" | "after" | "missingIn"> & {
    kind: ChangeKindName;
    place: ChangePlace;
    predicate: string;
  },
): Change {
  const { kind, place, predicate, before, after, missingIn } = found;
  const message = `${placeText(place, id)} ${predicate}.`;
  const sources = missingIn ? { before, after, missingIn } : { before, after };
  return { kind, level: changeKinds[kind].level, operation: id, name, place, message, ...sources };
}

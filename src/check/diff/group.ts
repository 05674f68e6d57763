import { getOrInsert } from "../../collections/index.js";
import type { Change, ChangePlace } from "./model.js";

/** One change of the spec, and all operations that it reaches. */
export interface ChangeGroup {
  /** What is the same for all, and the place that says most: of a successful response, and near its root. */
  example: Change;
  /** Every place, in the order of the changes given. */
  changes: Change[];
  /** The operations that it reaches, each once, that of the example first. */
  operations: string[];
}

/**
 * Folds changes that are one change of the spec: of a schema, parameter or response that several operations share, or of
 * the document's security or servers. The order is that of the first of each.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) getOrInsert(groups, keyOf(change), () => []).push(change);
  return [...groups.values()].map((members) => {
    const example = exampleOf(members);
    return { example, changes: members, operations: [...new Set([example, ...members].map((item) => item.operation))] };
  });
}

/** The first of the best, of at least one. */
function exampleOf(changes: readonly Change[]): Change {
  return changes.reduce((best, change) => (isBetter(change.place, best.place) ? change : best));
}

function isBetter(one: ChangePlace, other: ChangePlace): boolean {
  const failures = Number(isOfFailure(one)) - Number(isOfFailure(other));
  return failures < 0 || (failures === 0 && depthOf(one) < depthOf(other));
}

/** True in a response that is no success, or may be none, as `default` (OpenAPI 3.1.1, section 4.8.16). */
function isOfFailure(place: ChangePlace): boolean {
  return "status" in place && !/^2/.test(String(place.status));
}

function depthOf(place: ChangePlace): number {
  return "path" in place ? place.path.length : 0;
}

/** Changes with the same key have one cause: the same kind at the same place of the spec. */
function keyOf({ kind, place, message, operation, before, after }: Change): string {
  if (place.part === "security" || place.part === "server") {
    return JSON.stringify([kind, message.replaceAll(operation, "")]);
  }
  if (place.part === "operation") return JSON.stringify([kind, operation]);
  const name = "path" in place ? place.path.findLast((step) => "property" in step) : place;
  return JSON.stringify([kind, name, before?.file, before?.pointer, after?.file, after?.pointer]);
}

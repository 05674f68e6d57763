import { getOrInsert } from "../../collections/index.js";
import type { Change, ChangePlace } from "./model.js";

/** One change of the spec, and all operations that it affects. */
export interface ChangeGroup {
  /** The change to show for the group: preferably one of a successful response, and near the root of the value. */
  example: Change;
  /** All changes of the group, in their original order. */
  changes: Change[];
  /** The affected operations without duplicates, beginning with that of the example. */
  operations: string[];
}

/**
 * Groups changes that have one cause in the spec: a schema, parameter or response that several operations share, or the
 * document's security or servers. Also groups changes with the same message, because some specs repeat a parameter or
 * response in each operation. Groups are in the order of their first change.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const keys = new Map<Change, string>();
  for (const members of grouped(changes, sourceKey)) {
    const key = textKey(exampleOf(members));
    for (const change of members) keys.set(change, key);
  }
  return grouped(changes, (change) => keys.get(change) ?? "").map((members) => {
    const example = exampleOf(members);
    return { example, changes: members, operations: [...new Set([example, ...members].map((item) => item.operation))] };
  });
}

function grouped(changes: readonly Change[], keyOf: (change: Change) => string): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) getOrInsert(groups, keyOf(change), () => []).push(change);
  return [...groups.values()];
}

/** Returns the first of the changes that are the best examples. `changes` is not empty. */
function exampleOf(changes: readonly Change[]): Change {
  return changes.reduce((best, change) => (isBetter(change.place, best.place) ? change : best));
}

function isBetter(one: ChangePlace, other: ChangePlace): boolean {
  const failures = Number(isOfFailure(one)) - Number(isOfFailure(other));
  return failures < 0 || (failures === 0 && depthOf(one) < depthOf(other));
}

/** True for a place in an error response, or in `default`, which may be one (OpenAPI 3.1.1, section 4.8.16). */
function isOfFailure(place: ChangePlace): boolean {
  return "status" in place && !/^2/.test(String(place.status));
}

function depthOf(place: ChangePlace): number {
  return "path" in place ? place.path.length : 0;
}

/**
 * Returns a key that is equal for changes with the same cause: the same kind of change at the same place of the spec,
 * in each version that has that place. The operations and values that contain the place may differ.
 */
function sourceKey({ kind, place, operation, before, after, missingIn }: Change): string {
  if (!("path" in place)) return JSON.stringify([kind, place, operation]);
  const name = place.path.findLast((step) => "property" in step);
  const [was, is] = [missingIn === "before" ? undefined : before, missingIn === "after" ? undefined : after];
  return JSON.stringify([kind, name, was?.file, was?.pointer, is?.file, is?.pointer]);
}

/**
 * Returns the text of a change without its operation. A change of an operation itself keeps it, so that it forms its
 * own group.
 */
function textKey({ kind, place, message, operation }: Change): string {
  return JSON.stringify([kind, place.part === "operation" ? message : message.replaceAll(operation, "")]);
}

import type { Change } from "./model.js";

/** One change of the spec, and all operations that it reaches. */
export interface ChangeGroup {
  /** The first of the changes: what is the same for all, and one of the places. */
  first: Change;
  /** Every place, in the order of the changes given. */
  changes: Change[];
  /** The operations that it reaches, each once. */
  operations: string[];
}

/**
 * Folds changes that are one change of the spec: of a schema, parameter or answer that several operations share, or of
 * the document's security or servers. The order is that of the first of each.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    const known = groups.get(key);
    if (known) known.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    return [{ first, changes: members, operations: [...new Set(members.map(({ operation }) => operation))] }];
  });
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

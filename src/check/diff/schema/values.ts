import type { Pair } from "./finding.js";
import { canonical } from "./side/index.js";
import { valuesText } from "./words.js";

/** Compares `enum` and `const` (JSON Schema 2020-12, validation, sections 6.1.2 and 6.1.3). */
export function compareValues(pair: Pair): void {
  const { values: before } = pair.before;
  const { values: after } = pair.after;
  if (before === undefined || after === undefined) {
    if (after) pair.report("enum-added", `could be any value and is now one of ${valuesText(after)}`);
    else if (before) pair.report("enum-removed", `was one of ${valuesText(before)} and can now be any value`);
    return;
  }
  const known = new Set(before.map(canonical));
  const left = new Set(after.map(canonical));
  const added = after.filter((value) => !known.has(canonical(value)));
  const removed = before.filter((value) => !left.has(canonical(value)));
  if (removed.length > 0 && removed.length === before.length && added.length > 0) {
    const predicate = `was one of ${valuesText(before)} and is now one of ${valuesText(after)}`;
    pair.report("enum-replaced", predicate);
    return;
  }
  if (removed.length > 0) {
    pair.report("enum-value-removed", `can no longer be ${valuesText(removed)}`);
  }
  if (added.length > 0) pair.report("enum-value-added", `can now also be ${valuesText(added)}`);
}

import type { Pair } from "./finding.js";
import type { Union } from "./side/index.js";
import { valuesText } from "./words.js";

/**
 * Compares the Discriminator Objects of two unions (OpenAPI 3.1, section 4.8.25). Values of an added or removed branch
 * are not reported, because the branch itself is.
 */
export function compareDiscriminators(pair: Pair, before: Union, after: Union): void {
  const { discriminator: was } = before;
  const { discriminator: is } = after;
  if (!was || !is) {
    // A schema that has just become a union had no discriminator that could change.
    if (before.branches.length < 2 || after.branches.length < 2) return;
    if (is) pair.report("discriminator-added", `now has the discriminator ${is.propertyName}`);
    else if (was) pair.report("discriminator-removed", `no longer has the discriminator ${was.propertyName}`);
    return;
  }
  if (was.propertyName !== is.propertyName) {
    const predicate = `had the discriminator ${was.propertyName} and now has ${is.propertyName}`;
    pair.report("discriminator-changed", predicate);
    return;
  }
  const common = new Set(keysOf(before).filter((key) => keysOf(after).includes(key)));
  const removed = [...was.keyByValue].filter(([value, key]) => common.has(key) && !is.keyByValue.has(value));
  const added = [...is.keyByValue].filter(([value, key]) => common.has(key) && !was.keyByValue.has(value));
  const changed = [...was.keyByValue].filter(([value, key]) => {
    const other = is.keyByValue.get(value);
    return other !== undefined && other !== key && (common.has(key) || common.has(other));
  });
  const text = (entries: [string, string][]) =>
    `the ${was.propertyName} ${valuesText(entries.map(([value]) => value))}`;
  if (removed.length > 0) pair.report("discriminator-value-removed", `no longer allows ${text(removed)}`);
  if (added.length > 0) pair.report("discriminator-value-added", `now also allows ${text(added)}`);
  if (changed.length > 0) {
    pair.report("discriminator-value-changed", `selects another alternative with ${text(changed)}`);
  }
}

function keysOf({ branches }: Union): string[] {
  return branches.flatMap(({ key }) => (key === undefined ? [] : [key]));
}

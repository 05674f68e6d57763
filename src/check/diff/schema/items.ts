import type { Pair } from "./finding.js";
import type { Subschema, View } from "./side/index.js";

/** Compares the items of arrays: `items` and `prefixItems` (JSON Schema 2020-12, core, section 10.3.1). */
export function compareItems(pair: Pair): void {
  const { before, after } = pair;
  const [was, is] = [before.prefixItems.length, after.prefixItems.length];
  if (was !== is) pair.report("tuple-length-changed", `was a tuple of ${was} items and is now one of ${is}`);
  for (let index = 0; index < Math.min(was, is); index++) {
    pair.follow({ step: { each: "item" }, before: itemOf(before, index), after: itemOf(after, index) });
  }
  if (before.items || after.items) {
    pair.follow({ step: { each: "item" }, before: itemOf(before), after: itemOf(after) });
  }
}

function itemOf(view: View, index?: number): Subschema {
  const prefix = index === undefined ? undefined : view.prefixItems[index];
  return prefix ?? view.items ?? { schema: true, source: view.source };
}

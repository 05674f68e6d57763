import type { Json } from "../../../../json/index.js";
import type { AllOf } from "./all-of.js";
import { canonical } from "./canonical.js";
import { mergedAnnotations, withoutInteger } from "./keywords.js";
import type { Bound, View } from "./view.js";

/**
 * Merges views that must all hold (`allOf`; OpenAPI 3.1, section 4.8.24.4). The first part is the schema itself, and
 * its place becomes the place of the result.
 */
export function mergeViews(parts: readonly [View, ...View[]], allOf: AllOf): View {
  return parts.reduce((merged, part) => both(merged, part, allOf));
}

function both(a: View, b: View, allOf: AllOf): View {
  return {
    source: a.source,
    named: undefined,
    types: commonTypes(a.types, b.types),
    isNullable: commonNull(a.isNullable, b.isNullable),
    values: commonValues(a.values, b.values),
    format: a.format ?? b.format,
    textContent: a.textContent ?? b.textContent,
    bounds: mergedMaps(a.bounds, b.bounds, (one, other, limit) =>
      isTighter(other, one, limit.startsWith("max")) ? other : one,
    ),
    patterns: [...new Set([...a.patterns, ...b.patterns])].sort(),
    hasUniqueItems: a.hasUniqueItems || b.hasUniqueItems,
    properties: mergedMaps(a.properties, b.properties, (one, other) => allOf.both(one, other) ?? other),
    required: new Set([...a.required, ...b.required]),
    additional: allOf.both(a.additional, b.additional),
    items: allOf.both(a.items, b.items),
    prefixItems: a.prefixItems.length > 0 ? a.prefixItems : b.prefixItems,
    unions: [...new Set([...a.unions, ...b.unions])],
    conditions: mergedMaps(a.conditions, b.conditions, (one, other) => new Set([...one, ...other])),
    annotations: mergedAnnotations(a.annotations, b.annotations),
    isCircular: false,
  };
}

function commonTypes(a: View["types"], b: View["types"]): View["types"] {
  if (a === undefined || b === undefined) return a ?? b;
  const integers = (a.has("integer") && b.has("number")) || (a.has("number") && b.has("integer"));
  return withoutInteger(new Set([...[...a].filter((type) => b.has(type)), ...(integers ? ["integer"] : [])]));
}

function commonNull(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a === false || b === false ? false : (a ?? b);
}

function commonValues(a: readonly Json[] | undefined, b: readonly Json[] | undefined): readonly Json[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const known = new Set(b.map(canonical));
  return a.filter((value) => known.has(canonical(value)));
}

/** Merges two maps. `both` combines two values that have the same key. */
function mergedMaps<Key, Value>(
  a: ReadonlyMap<Key, Value>,
  b: ReadonlyMap<Key, Value>,
  both: (one: Value, other: Value, key: Key) => Value,
): ReadonlyMap<Key, Value> {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  const merged = new Map(a);
  for (const [key, other] of b) {
    const one = merged.get(key);
    merged.set(key, one === undefined ? other : both(one, other, key));
  }
  return merged;
}

/** True if the first bound allows fewer values than the second. */
export function isTighter(a: Bound, b: Bound, isUpper: boolean): boolean {
  if (a.value === b.value) return a.isExclusive && !b.isExclusive;
  return isUpper ? a.value < b.value : a.value > b.value;
}

import type { Json } from "../../../../json/index.js";
import type { AllOf } from "./all-of.js";
import { canonical } from "./canonical.js";
import { mergedAnnotations, withoutInteger } from "./keywords.js";
import type { Bound, Bounds, View } from "./view.js";

/**
 * The view of a schema whose parts must all hold (`allOf`; OpenAPI 3.1, section 4.8.24.4). The first part is the schema
 * itself: its place is the place of the whole.
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
    bounds: tightest(a.bounds, b.bounds),
    patterns: [...new Set([...a.patterns, ...b.patterns])].sort(),
    hasUniqueItems: a.hasUniqueItems || b.hasUniqueItems,
    properties: commonProperties(a.properties, b.properties, allOf),
    required: new Set([...a.required, ...b.required]),
    additional: allOf.both(a.additional, b.additional),
    items: allOf.both(a.items, b.items),
    prefixItems: a.prefixItems.length > 0 ? a.prefixItems : b.prefixItems,
    unions: [...new Set([...a.unions, ...b.unions])],
    conditions: commonConditions(a.conditions, b.conditions),
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

function tightest(a: Bounds, b: Bounds): Bounds {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  const merged = new Map(a);
  for (const [limit, bound] of b) {
    const other = merged.get(limit);
    const isUpper = limit.startsWith("max");
    if (other === undefined || isTighter(bound, other, isUpper)) merged.set(limit, bound);
  }
  return merged;
}

/** True where the first bound leaves less than the second. */
export function isTighter(a: Bound, b: Bound, isUpper: boolean): boolean {
  if (a.value === b.value) return a.isExclusive && !b.isExclusive;
  return isUpper ? a.value < b.value : a.value > b.value;
}

function commonProperties(a: View["properties"], b: View["properties"], allOf: AllOf): View["properties"] {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  const merged = new Map(a);
  for (const [name, subschema] of b) merged.set(name, allOf.both(merged.get(name), subschema) ?? subschema);
  return merged;
}

function commonConditions(a: View["conditions"], b: View["conditions"]): View["conditions"] {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  const merged = new Map(a);
  for (const [keyword, texts] of b) merged.set(keyword, new Set([...(merged.get(keyword) ?? []), ...texts]));
  return merged;
}

import { firstOf } from "../../../diagnostics/index.js";
import type { Json } from "../../../json/index.js";
import type { View } from "./side/index.js";

const LONGEST = 60;
const MOST = 8;

/** Returns a JSON value for a sentence, shortened if it is long. */
export function valueText(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * Returns values for a sentence: all of a few, the first of many (`"a", "b" and 12 more`). No values are shown as null,
 * which is not among the values of a view.
 */
export function valuesText(values: readonly Json[]): string {
  if (values.length === 0) return "null";
  return firstOf(values.map(valueText), MOST);
}

/** Returns the types of a view for a sentence, without null unless it is the only type. */
export function typeText({ types, isNullable, unions }: View): string {
  if (types === undefined) return unions.length > 0 ? "one of several types" : "unknown";
  if (types.size === 0) return isNullable ? "null" : "nothing";
  return [...types].sort().join(" or ");
}

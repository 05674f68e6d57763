import { firstOf } from "../../../diagnostics/index.js";
import type { Json } from "../../../json/index.js";
import type { View } from "./side/index.js";

const LONGEST = 60;
const MOST = 8;

/** A JSON value in a sentence, cut where it is long. */
export function valueText(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Values in a sentence, the first few of many: `"a", "b" and 12 more`. Null, which is not among a view's, where it is all. */
export function valuesText(values: readonly Json[]): string {
  if (values.length === 0) return "null";
  return firstOf(values.map(valueText), MOST);
}

/** The types of a view in a sentence, null not among them unless it is all. */
export function typeText({ types, isNullable, unions }: View): string {
  if (types === undefined) return unions.length > 0 ? "one of several types" : "unknown";
  if (types.size === 0) return isNullable ? "null" : "nothing";
  return [...types].sort().join(" or ");
}

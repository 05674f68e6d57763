import type { Json, JsonObject } from "../../json/index.js";
import type { Check } from "../../runtime/functions/b44-definition.js";

const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
type CheckedType = (typeof TYPES)[number];

/**
 * Returns the types under a schema's `type`. Empty if one of them is not a JSON Schema type, because the author then
 * means something else.
 */
export function checkedTypes({ type }: JsonObject): CheckedType[] {
  const types = Array.isArray(type) ? type : [type];
  return types.every(isCheckedType) ? types : [];
}

function isCheckedType(type: Json | undefined): type is CheckedType {
  return TYPES.some((name) => name === type);
}

/** Adds a schema's limits for numbers, strings, arrays and objects to its check. */
export function addSizes(schema: JsonObject, check: Check): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (typeof minimum === "number") check.min = minimum;
  if (typeof maximum === "number") check.max = maximum;
  if (typeof exclusiveMinimum === "number") check.above = exclusiveMinimum;
  if (typeof exclusiveMaximum === "number") check.below = exclusiveMaximum;
  const least = sizesOf(schema, { string: "minLength", array: "minItems", object: "minProperties" });
  const most = sizesOf(schema, { string: "maxLength", array: "maxItems", object: "maxProperties" });
  if (least) check.minSize = least;
  if (most) check.maxSize = most;
}

function sizesOf(schema: JsonObject, keywords: Record<"string" | "array" | "object", string>): Check["minSize"] {
  const entries = Object.entries(keywords).filter(([, keyword]) => typeof schema[keyword] === "number");
  return entries.length === 0
    ? undefined
    : Object.fromEntries(entries.map(([type, keyword]) => [type, schema[keyword]]));
}

import type { JsonObject } from "../../../json/index.js";
import { isAnnotation, SCALAR_LIMITS } from "../../schema-keywords.js";
import { meantTypeName } from "../../type-names.js";
import { typeMeantByFormat } from "./type.js";

/** Constraints that are the same in all versions. */
const LIMITS = new Set(["format", ...SCALAR_LIMITS, "minItems", "maxItems"]);

/** Boolean keywords, which authors may write as strings. */
const FLAGS = new Set(["deprecated", "readOnly", "writeOnly", "x-nullable"]);

/**
 * True for a schema that is the same in all versions, as most are: a schema with a valid type and no subschemas, or a reference that
 * does not change.
 *
 * @param referred returns the upgraded form of a reference
 */
export function isSettled(schema: JsonObject, referred: (reference: string) => string): boolean {
  const { $ref } = schema;
  if ($ref !== undefined && (typeof $ref !== "string" || referred($ref) !== $ref)) return false;
  if (typeMeantByFormat(schema) !== undefined) return false;
  for (const key in schema) {
    if (FLAGS.has(key) ? typeof schema[key] === "boolean" && key !== "x-nullable" : isAnnotation(key)) continue;
    if (key === "$ref") continue;
    if ($ref !== undefined || !(LIMITS.has(key) || (key === "type" && isKnownType(schema)))) return false;
  }
  return true;
}

function isKnownType({ type }: JsonObject): boolean {
  return typeof type === "string" && type !== "null" && meantTypeName(type) === type;
}

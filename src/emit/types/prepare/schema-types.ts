import { meantType, type SchemaType } from "../../../ir/index.js";
import type { Json, JsonObject } from "../../../spec/json.js";

/**
 * The types that a schema allows, each once; empty where it allows any. Where `type` is missing, what the other
 * keywords apply to is taken, as authors of specs mean it.
 */
export function schemaTypes(schema: JsonObject): SchemaType[] {
  const declared = Array.isArray(schema.type) ? schema.type : [schema.type];
  const types = declared.filter((type) => typeof type === "string").map((type) => meantType(type));
  const known = [...new Set(types.filter((type) => type !== undefined))];
  if (known.length > 0 && types.length === known.length) return known;
  if (known.length > 0) return types.includes(undefined) ? [] : known;
  if ("properties" in schema || "additionalProperties" in schema || "patternProperties" in schema) return ["object"];
  if ("items" in schema || "prefixItems" in schema) return ["array"];
  return [];
}

/** True where a value is of one of the types, or they allow any. */
export function isOfType(value: Json, types: readonly SchemaType[]): boolean {
  if (types.length === 0) return true;
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return types.includes(type as SchemaType);
}

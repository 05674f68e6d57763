import { meantType, type SchemaType } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { COMPOSITION, isAnnotation } from "../../../spec/schema-keywords.js";

/** How deep nested choices are followed. */
export const DEEPEST_CHOICE = 10;

/**
 * Returns the types that a schema allows, each once; empty if it allows any. If `type` is missing, the types follow
 * from the other keywords, as authors of specs mean it. `null` in an array of types is the type `null` without its
 * quotes.
 */
export function schemaTypes(schema: JsonObject): SchemaType[] {
  const only = typeof schema.type === "string" ? meantType(schema.type) : undefined;
  if (only !== undefined) return [only];
  const declared = Array.isArray(schema.type) ? schema.type.map((type) => type ?? "null") : [schema.type];
  const types = declared.filter((type) => typeof type === "string").map((type) => meantType(type));
  const known = [...new Set(types.filter((type) => type !== undefined))];
  if (known.length > 0 && types.length === known.length) return known;
  if (known.length > 0) return types.includes(undefined) ? [] : known;
  if ("properties" in schema || "additionalProperties" in schema || "patternProperties" in schema) return ["object"];
  if ("items" in schema || "prefixItems" in schema) return ["array"];
  return [];
}

/** True for a schema whose `type` allows only null. */
export function isNull(schema: Json): boolean {
  return isObject(schema) && schemaTypes(schema).join() === "null";
}

/**
 * Returns the schemas that `anyOf` or `oneOf` chooses from. One that is only `type: null` means the type `null`,
 * without its quotes.
 */
export function choices(schema: JsonObject, key: "anyOf" | "oneOf"): Json[] {
  const list = schema[key];
  return Array.isArray(list) ? list.map((item) => (isUnquotedNull(item) ? { type: "null" } : item)) : [];
}

function isUnquotedNull(schema: Json): boolean {
  return isObject(schema) && schema.type === null && Object.keys(schema).length === 1;
}

/** True if a value has one of the types, or if there are none, which allows any. */
export function isOfType(value: Json, types: readonly SchemaType[]): boolean {
  if (types.length === 0) return true;
  return types.includes(valueType(value));
}

/** Returns the type of a value. */
export function valueType(value: Json): SchemaType {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : (typeof value as SchemaType);
}

/** True for a schema whose own keywords alone say that its objects have no properties at all. */
export function isEmptyObject(schema: JsonObject): boolean {
  const { properties, additionalProperties } = schema;
  if (additionalProperties !== false || (isObject(properties) && Object.keys(properties).length > 0)) return false;
  const says = (key: string) => key in schema && !(Array.isArray(schema[key]) && schema[key].length === 0);
  return !["$ref", ...COMPOSITION, "required", "patternProperties"].some(says);
}

/**
 * True if the schema's own keywords, apart from composition, say more than a bare `type`. Keywords that hold for any
 * value do not count.
 */
export function saysMoreThanType(schema: JsonObject): boolean {
  const { properties, patternProperties, additionalProperties, items, prefixItems } = schema;
  if (isFilled(properties) || isFilled(patternProperties) || prefixItems !== undefined || items === false) return true;
  return saysWhich(additionalProperties) || saysWhich(items);
}

function isFilled(map: Json | undefined): boolean {
  return isObject(map) && Object.keys(map).length > 0;
}

/** True for a schema, other than a boolean, that restricts values. */
function saysWhich(schema: Json | undefined): boolean {
  return isObject(schema) && !Object.keys(schema).every(isAnnotation);
}

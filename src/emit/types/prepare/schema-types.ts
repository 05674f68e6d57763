import { meantType, type SchemaType } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { COMPOSITION, isAnnotation } from "../../../spec/schema-keywords.js";

/** How many choices within choices are followed. */
export const DEEPEST_CHOICE = 10;

/**
 * The types that a schema allows, each once; empty where it allows any. Where `type` is missing, what the other
 * keywords apply to is taken, as authors of specs mean it, and `null` in a list is the type that lacks its quotes.
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

/** True for a schema that allows null alone, by its `type`. */
export function isNull(schema: Json): boolean {
  return isObject(schema) && schemaTypes(schema).join() === "null";
}

/**
 * The schemas that `anyOf` or `oneOf` chooses from. One that is `type: null` and nothing else means the type of that
 * name, which lacks its quotes.
 */
export function choices(schema: JsonObject, key: "anyOf" | "oneOf"): Json[] {
  const list = schema[key];
  return Array.isArray(list) ? list.map((item) => (isUnquotedNull(item) ? { type: "null" } : item)) : [];
}

function isUnquotedNull(schema: Json): boolean {
  return isObject(schema) && schema.type === null && Object.keys(schema).length === 1;
}

/** True where a value is of one of the types, or they allow any. */
export function isOfType(value: Json, types: readonly SchemaType[]): boolean {
  if (types.length === 0) return true;
  return types.includes(valueType(value));
}

/** The type that a value has. */
export function valueType(value: Json): SchemaType {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : (typeof value as SchemaType);
}

/** True for a schema whose objects have no properties at all, which by itself says all there is to say of them. */
export function isEmptyObject(schema: JsonObject): boolean {
  const { properties, additionalProperties } = schema;
  if (additionalProperties !== false || (isObject(properties) && Object.keys(properties).length > 0)) return false;
  const says = (key: string) => key in schema && !(Array.isArray(schema[key]) && schema[key].length === 0);
  return !["$ref", ...COMPOSITION, "required", "patternProperties"].some(says);
}

/** False where the schema's own keywords, beside composition, are at most a bare `type`, or say what is so of any value. */
export function saysMoreThanType(schema: JsonObject): boolean {
  const { properties, patternProperties, additionalProperties, items, prefixItems } = schema;
  if (isFilled(properties) || isFilled(patternProperties) || prefixItems !== undefined || items === false) return true;
  return saysWhich(additionalProperties) || saysWhich(items);
}

function isFilled(map: Json | undefined): boolean {
  return isObject(map) && Object.keys(map).length > 0;
}

/** True for a schema, and no boolean, that says which values it allows. */
function saysWhich(schema: Json | undefined): boolean {
  return isObject(schema) && !Object.keys(schema).every(isAnnotation);
}

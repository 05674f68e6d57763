import type { Json, JsonObject } from "../../../spec/json.js";

/** The type names of JSON Schema, `integer` counted as `number`. */
export type SchemaType = "string" | "number" | "boolean" | "array" | "object" | "null";

/** Type names that are none, as seen in real specs, and what their authors mean. */
const MEANT: Record<string, SchemaType> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  array: "array",
  object: "object",
  null: "null",
  int: "number",
  int32: "number",
  int64: "number",
  long: "number",
  float: "number",
  double: "number",
  decimal: "number",
  timestamp: "number",
  bool: "boolean",
  str: "string",
  text: "string",
  date: "string",
  datetime: "string",
  "date-time": "string",
  time: "string",
  uuid: "string",
  uri: "string",
  url: "string",
  email: "string",
  byte: "string",
  binary: "string",
  file: "string",
  password: "string",
  enum: "string",
  list: "array",
  map: "object",
  dict: "object",
  dictionary: "object",
  hash: "object",
  json: "object",
};

function meant(name: string): SchemaType | undefined {
  return Object.hasOwn(MEANT, name) ? MEANT[name] : undefined;
}

/**
 * The types that a schema allows, each once; empty where it allows any. Where `type` is missing, what the other
 * keywords apply to is taken, as authors of specs mean it.
 */
export function schemaTypes(schema: JsonObject): SchemaType[] {
  const declared = Array.isArray(schema.type) ? schema.type : [schema.type];
  const types = declared.filter((type) => typeof type === "string").map((type) => meant(type.toLowerCase()));
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

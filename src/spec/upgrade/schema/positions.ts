import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { type Changes, mapItems, mapMembers, replaceMembers } from "../copy-on-write.js";

/** Keywords whose value is a schema, a list of schemas, or (`items` of the older drafts) either. */
const schemaKeywords = [
  "items",
  "prefixItems",
  "additionalItems",
  "unevaluatedItems",
  "contains",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "contentSchema",
];

/** Keywords whose value holds schemas by name. */
const schemaMapKeywords = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

const positions = new Map<string, "schema" | "map">([
  ...schemaKeywords.map((keyword) => [keyword, "schema"] as const),
  ...schemaMapKeywords.map((keyword) => [keyword, "map"] as const),
]);

/** Visits the schemas directly below a schema (JSON Schema 2020-12, "Keywords for Applying Subschemas"). */
export function forEachSubschema(schema: JsonObject, visit: (subschema: JsonObject) => void): void {
  for (const key of Object.keys(schema)) {
    const position = positions.get(key);
    const value = schema[key];
    if (!position || typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      if (position === "schema") for (const item of value) if (isObject(item)) visit(item);
    } else if (position === "schema") {
      visit(value);
    } else {
      for (const name of Object.keys(value)) {
        const item = value[name];
        if (isObject(item)) visit(item);
      }
    }
  }
}

/** The schema with the schemas directly below it passed through `change`; the same one when nothing changed. */
export function mapSubschemas(schema: JsonObject, change: (subschema: JsonObject) => Json): JsonObject {
  const changeObject = (value: Json): Json => (isObject(value) ? change(value) : value);
  let changes: Changes | undefined;
  for (const key of Object.keys(schema)) {
    const position = positions.get(key);
    const value = schema[key];
    if (!position || typeof value !== "object" || value === null) continue;
    let next: Json = value;
    if (Array.isArray(value)) {
      if (position === "schema") next = mapItems(value, changeObject);
    } else {
      next = position === "schema" ? change(value) : mapMembers(value, changeObject);
    }
    if (next !== value) {
      changes ??= new Map();
      changes.set(key, next);
    }
  }
  return changes ? replaceMembers(schema, changes) : schema;
}

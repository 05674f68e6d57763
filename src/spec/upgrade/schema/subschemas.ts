import {
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  mapItems,
  mapMembers,
  replaceMembers,
} from "../../../json/index.js";
import { itemsMeant } from "../../meant-lists.js";
import { SCHEMA_KEYWORDS } from "../../schema-keywords.js";

/** Visits the schemas directly below a schema (JSON Schema 2020-12, "Keywords for Applying Subschemas"). */
export function forEachSubschema(schema: JsonObject, visit: (subschema: JsonObject) => void): void {
  for (const key of Object.keys(schema)) {
    const holding = SCHEMA_KEYWORDS.get(key);
    const value = schema[key];
    if (!holding || typeof value !== "object" || value === null) continue;
    if (holding === "map" && Array.isArray(value)) continue;
    if (holding === "list" && isObject(value)) visitAll(itemsMeant("schema", value) ?? [], visit);
    else if (holding !== "map" && isObject(value)) visit(value);
    else visitAll(Object.values(value), visit);
  }
}

function visitAll(items: Json[], visit: (subschema: JsonObject) => void): void {
  for (const item of items) if (isObject(item)) visit(item);
}

/** Returns the schema with `change` applied to the schemas directly below it; the same schema if nothing changed. */
export function mapSubschemas(schema: JsonObject, change: (subschema: JsonObject) => Json): JsonObject {
  const changeObject = (value: Json): Json => (isObject(value) ? change(value) : value);
  let changes: Changes | undefined;
  for (const key of Object.keys(schema)) {
    const holding = SCHEMA_KEYWORDS.get(key);
    const value = schema[key];
    if (!holding || typeof value !== "object" || value === null) continue;
    let next: Json = value;
    if (Array.isArray(value)) {
      if (holding !== "map") next = mapItems(value, changeObject);
    } else {
      next = holding === "map" ? mapMembers(value, changeObject) : change(value);
    }
    if (next !== value) {
      changes ??= new Map();
      changes.set(key, next);
    }
  }
  return changes ? replaceMembers(schema, changes) : schema;
}

import type { Json, JsonObject } from "../json/index.js";
import { isAnnotation } from "./schema-keywords.js";

/**
 * The one schema that a schema is put together of (JSON Schema 2020-12, section 10.2.1), where nothing but annotations stands
 * beside it: its values are those of that one. Undefined for any other schema.
 */
export function solePart(schema: JsonObject): Json | undefined {
  const list = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(list) || list.length !== 1) return undefined;
  for (const key in schema) if (schema[key] !== list && !isAnnotation(key)) return undefined;
  return list[0];
}

import type { Json, JsonObject } from "../json/index.js";
import { isAnnotation } from "./schema-keywords.js";

const COMPOSING = ["allOf", "anyOf", "oneOf"];

/**
 * The one schema that a schema is put together of (JSON Schema 2020-12, section 10.2.1), where nothing but annotations stands
 * beside it: its values are those of that one. Undefined for any other schema.
 */
export function solePart(schema: JsonObject): Json | undefined {
  let part: Json | undefined;
  for (const key in schema) {
    if (isAnnotation(key)) continue;
    const list = part === undefined && COMPOSING.includes(key) ? schema[key] : undefined;
    if (!Array.isArray(list) || list.length !== 1) return undefined;
    [part] = list;
  }
  return part;
}

import type { Json, JsonObject } from "../../../spec/json.js";
import { isOfType, schemaTypes } from "./schema-types.js";

/**
 * The values that `const` or `enum` leave, each once; undefined where neither is there. Values that `type` forbids
 * are dropped; where it forbids all of them, as in `type: string` with unquoted numbers, they are what the type's
 * text of them is.
 */
export function allowedValues(schema: JsonObject): Json[] | undefined {
  const listed = "const" in schema ? [schema.const as Json] : schema.enum;
  if (!Array.isArray(listed) || listed.length === 0) return undefined;
  const types = schemaTypes(schema);
  const fitting = listed.filter((value) => isOfType(value, types));
  const meant = fitting.length === 0 && types.includes("string") ? listed.map((value) => textOf(value)) : fitting;
  const kept = meant.length > 0 ? meant : listed;
  return [...new Map(kept.map((value) => [JSON.stringify(value), value])).values()];
}

function textOf(value: Json): Json {
  return typeof value === "object" ? value : String(value);
}

import type { Json, JsonObject } from "../../../json/index.js";
import { isOfType, schemaTypes } from "./schema-types.js";

/**
 * The values that `const` or `enum` leave, each once; undefined where neither is there. Where `type` allows texts and
 * neither numbers nor booleans, those stand for their texts, as JSON has them that was made of YAML without quotes; of
 * YAML itself, loading has made the texts that were written. Other values that `type` forbids are dropped, if any is
 * left then.
 */
export function allowedValues(schema: JsonObject): Json[] | undefined {
  const listed = "const" in schema ? [schema.const as Json] : schema.enum;
  if (!Array.isArray(listed) || listed.length === 0) return undefined;
  const types = schemaTypes(schema);
  const meant = types.includes("string")
    ? listed.map((value) => (isOfType(value, types) ? value : textOf(value)))
    : listed;
  const fitting = meant.filter((value) => isOfType(value, types));
  const kept = fitting.length > 0 ? fitting : meant;
  return [...new Map(kept.map((value) => [JSON.stringify(value), value])).values()];
}

function textOf(value: Json): Json {
  return typeof value === "object" ? value : String(value);
}

import { listedValues, type SchemaType } from "../../../ir/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import { meantTypeName } from "../../../spec/type-names.js";
import { isOfType, schemaTypes } from "./schema-types.js";

/**
 * Returns the values that `const` or `enum` allows, each once; undefined if the schema has neither. If `type` allows
 * strings but neither numbers nor booleans, those become strings, as in JSON made from unquoted YAML. If it allows no
 * strings, a string that is exactly a number or boolean becomes that value. Drops other values that `type` forbids,
 * unless none would be left.
 */
export function allowedValues(schema: JsonObject): Json[] | undefined {
  const listed = listedValues(schema);
  if (!listed) return undefined;
  const types = schemaTypes(schema);
  const meant = listed.map((value) => (isOfType(value, types) ? value : meantValue(value, schema, types)));
  const fitting = meant.filter((value) => isOfType(value, types));
  const kept = fitting.length > 0 ? fitting : meant;
  return [...new Map(kept.map((value) => [JSON.stringify(value), value])).values()];
}

/** Returns what a value means that has none of the types. There is at least one type. */
function meantValue(value: Json, { type }: JsonObject, types: readonly SchemaType[]): Json {
  if (types.includes("string")) return typeof value === "object" ? value : String(value);
  const unquoted = typeof value === "string" ? unquotedValue(value, types) : undefined;
  const isFraction = typeof unquoted === "number" && !Number.isInteger(unquoted);
  return unquoted === undefined || (isFraction && [type].flat().every(isWhole)) ? value : unquoted;
}

function isWhole(type: Json | undefined): boolean {
  return typeof type === "string" && ["integer", "null"].includes(meantTypeName(type) ?? type);
}

/** Returns the number or boolean whose JSON is this text, if it has one of the types; otherwise undefined. */
export function unquotedValue(text: string, types: readonly SchemaType[]): number | boolean | undefined {
  const value = /^(?:true|false)$/.test(text) ? text === "true" : Number(text);
  return JSON.stringify(value) === text && isOfType(value, types) ? value : undefined;
}

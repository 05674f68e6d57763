import { listedValues, type SchemaType } from "../../../ir/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import { meantTypeName } from "../../../spec/type-names.js";
import { isOfType, schemaTypes } from "./schema-types.js";

/**
 * The values that `const` or `enum` leave, each once; undefined where neither is there. Where `type` allows strings but neither numbers
 * nor booleans, those stand for their texts, as in JSON made of unquoted YAML. Where it allows no strings, a string that is exactly a
 * number or boolean stands for that. Other values that `type` forbids are dropped, if any is left then.
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

/** What a value that is of none of the types, of which there are some, is meant to be. */
function meantValue(value: Json, { type }: JsonObject, types: readonly SchemaType[]): Json {
  if (types.includes("string")) return typeof value === "object" ? value : String(value);
  const unquoted = typeof value === "string" ? unquotedValue(value, types) : undefined;
  const isFraction = typeof unquoted === "number" && !Number.isInteger(unquoted);
  return unquoted === undefined || (isFraction && [type].flat().every(isWhole)) ? value : unquoted;
}

function isWhole(type: Json | undefined): boolean {
  return typeof type === "string" && ["integer", "null"].includes(meantTypeName(type) ?? type);
}

/** The number or boolean of one of the types that JSON writes as this text; undefined where it is none. */
export function unquotedValue(text: string, types: readonly SchemaType[]): number | boolean | undefined {
  const value = /^(?:true|false)$/.test(text) ? text === "true" : Number(text);
  return JSON.stringify(value) === text && isOfType(value, types) ? value : undefined;
}

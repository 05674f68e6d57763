import { isObject, type Json, type JsonObject, objectMember, replaceMembers } from "../../../json/index.js";
import { itemsMeant, numberedValues } from "../../meant-lists.js";
import { COMPOSITION } from "../../schema-keywords.js";
import { saidFlag } from "../../shapes/index.js";

type Meaning = (value: Json, schema: JsonObject) => Json | undefined;

const keywords = (meaning: Meaning, ...names: string[]) => names.map((name): [string, Meaning] => [name, meaning]);

/**
 * Functions that correct a value of the wrong form, by keyword, for keywords that affect types. They return undefined if the
 * meaning is unclear.
 */
const MEANINGS = new Map([
  ...keywords(flag, "nullable", "x-nullable", "readOnly", "writeOnly", "deprecated"),
  ...keywords(flag, "exclusiveMinimum", "exclusiveMaximum", "additionalProperties", "unevaluatedProperties"),
  ...keywords(schemas, ...COMPOSITION, "prefixItems"),
  ...keywords((value) => (isObject(value) ? numberedValues(value) : undefined), "type"),
  ...keywords(names, "required"),
  ...keywords(listed, "enum"),
]);

/** Keyword values of the wrong form: the keyword, the value as written, and the corrected value. */
export type MeantValues = (readonly [keyword: string, written: Json, meant: Json])[];

/** Returns the values of a schema to correct; undefined if there are none. */
export function meantValues(schema: JsonObject): MeantValues | undefined {
  let found: MeantValues | undefined;
  // Called for every schema, so it allocates nothing for the many without such values.
  for (const key in schema) {
    const value = schema[key];
    if (typeof value !== "string" && (typeof value !== "object" || value === null || Array.isArray(value))) continue;
    const meant = MEANINGS.get(key)?.(value, schema);
    if (meant === undefined) continue;
    found ??= [];
    found.push([key, value, meant]);
  }
  return found;
}

/** Returns the schema with its values corrected. */
export function withMeantValues(schema: JsonObject, values: MeantValues): JsonObject {
  return replaceMembers(schema, new Map(values.map(([key, , meant]) => [key, meant])));
}

/** Reads a string that stands for true or false. */
function flag(value: Json): boolean | undefined {
  return typeof value === "string" ? saidFlag(value) : undefined;
}

function schemas(value: Json): Json[] | undefined {
  return isObject(value) ? itemsMeant("schema", value) : undefined;
}

/** Reads the name of a single property, or names by number. */
function names(value: Json, schema: JsonObject): Json[] | undefined {
  if (isObject(value)) return numberedValues(value);
  return typeof value === "string" && Object.hasOwn(objectMember(schema, "properties") ?? {}, value)
    ? [value]
    : undefined;
}

/**
 * Reads values by number, or by themselves. Undefined for strings by number in a schema of numbers: there the keys are the
 * values.
 */
function listed(value: Json, { type }: JsonObject): Json[] | undefined {
  if (!isObject(value)) return undefined;
  const values = numberedValues(value);
  if (!values) return Object.entries(value).every(([key, one]) => key === one) ? Object.values(value) : undefined;
  const isOfNumbers = type === "integer" || type === "number";
  return isOfNumbers && values.some((one) => typeof one === "string") ? undefined : values;
}

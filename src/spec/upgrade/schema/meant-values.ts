import { isObject, type Json, type JsonObject, objectMember, replaceMembers } from "../../../json/index.js";
import { itemsMeant, numberedValues } from "../../meant-lists.js";
import { COMPOSITION } from "../../schema-keywords.js";
import { saidFlag } from "../../shapes/index.js";

type Meaning = (value: Json, schema: JsonObject) => Json | undefined;

const keywords = (meaning: Meaning, ...names: string[]) => names.map((name): [string, Meaning] => [name, meaning]);

/**
 * By keyword, how to correct a value of the wrong form, for keywords that affect types. Undefined if it is unclear what is meant.
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

/** The values of a schema to correct; undefined if there are none. */
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

/** The schema with its values corrected. */
export function withMeantValues(schema: JsonObject, values: MeantValues): JsonObject {
  return replaceMembers(schema, new Map(values.map(([key, , meant]) => [key, meant])));
}

/** A string that stands for true or false. */
function flag(value: Json): boolean | undefined {
  return typeof value === "string" ? saidFlag(value) : undefined;
}

function schemas(value: Json): Json[] | undefined {
  return isObject(value) ? itemsMeant("schema", value) : undefined;
}

/** A single name of a property, or names by number. */
function names(value: Json, schema: JsonObject): Json[] | undefined {
  if (isObject(value)) return numberedValues(value);
  return typeof value === "string" && Object.hasOwn(objectMember(schema, "properties") ?? {}, value)
    ? [value]
    : undefined;
}

/** Values by number, or by themselves. In a schema of numbers, numbers with strings are left: there the keys are the values. */
function listed(value: Json, { type }: JsonObject): Json[] | undefined {
  if (!isObject(value)) return undefined;
  const values = numberedValues(value);
  if (!values) return Object.entries(value).every(([key, one]) => key === one) ? Object.values(value) : undefined;
  const isOfNumbers = type === "integer" || type === "number";
  return isOfNumbers && values.some((one) => typeof one === "string") ? undefined : values;
}

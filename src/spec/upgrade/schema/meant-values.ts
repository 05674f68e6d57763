import { isObject, type Json, type JsonObject, objectMember, replaceMembers } from "../../../json/index.js";
import { itemsMeant, numberedValues } from "../../meant-lists.js";
import { saidFlag } from "../../shapes/index.js";

type Meaning = (value: Json, schema: JsonObject) => Json | undefined;

const keywords = (meaning: Meaning, ...names: string[]) => names.map((name): [string, Meaning] => [name, meaning]);

/**
 * What is meant by a value in another form than its keyword has, by keyword, where a type depends on it. Undefined if unclear.
 */
const MEANINGS = new Map([
  ...keywords(flag, "nullable", "x-nullable", "readOnly", "writeOnly", "deprecated"),
  ...keywords(flag, "exclusiveMinimum", "exclusiveMaximum", "additionalProperties", "unevaluatedProperties"),
  ...keywords(schemas, "allOf", "anyOf", "oneOf", "prefixItems"),
  ...keywords((value) => (isObject(value) ? numberedValues(value) : undefined), "type"),
  ...keywords(names, "required"),
  ...keywords(listed, "enum"),
]);

/** Values of a schema's keywords that are written in another form than these have, and what they mean. */
export type MeantValues = (readonly [keyword: string, written: Json, meant: Json])[];

/** Undefined where all are of the form that their keywords have. */
export function meantValues(schema: JsonObject): MeantValues | undefined {
  let found: MeantValues | undefined;
  // Every schema comes here, most of them without one.
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

/** The schema with what is meant in the place of what is written. */
export function withMeantValues(schema: JsonObject, values: MeantValues): JsonObject {
  return replaceMembers(schema, new Map(values.map(([key, , meant]) => [key, meant])));
}

/** A text by which authors mean true or false. */
function flag(value: Json): boolean | undefined {
  return typeof value === "string" ? saidFlag(value) : undefined;
}

function schemas(value: Json): Json[] | undefined {
  return isObject(value) ? itemsMeant("schema", value) : undefined;
}

/** One name without its list, which a property has. */
function names(value: Json, schema: JsonObject): Json[] | undefined {
  if (isObject(value)) return numberedValues(value);
  return typeof value === "string" && Object.hasOwn(objectMember(schema, "properties") ?? {}, value)
    ? [value]
    : undefined;
}

/** Values by number, or each by itself. Numbers with a text for each are values of their own, and the texts describe them. */
function listed(value: Json, { type }: JsonObject): Json[] | undefined {
  if (!isObject(value)) return undefined;
  const values = numberedValues(value);
  if (!values) return Object.entries(value).every(([key, one]) => key === one) ? Object.values(value) : undefined;
  const isOfNumbers = type === "integer" || type === "number";
  return isOfNumbers && values.some((one) => typeof one === "string") ? undefined : values;
}

import {
  isObject,
  type Json,
  type JsonObject,
  replaceMember,
  replaceMembers,
  stringMember,
} from "../../../json/index.js";
import { COMPOSITION, isAnnotation } from "../../schema-keywords.js";

/** Keywords for composition. If a schema has more than one of them, `items` stays where it is, because its meaning is unclear. */
const COMPOSING = [...COMPOSITION, "$ref", "prefixItems"];

/**
 * Moves `items` beside a choice between arrays and other values into the arrays: `items` constrains only arrays (JSON Schema 2020-12,
 * section 10.3.1.2). The arrays must have no other `items`. A `type: array` beside such a choice is removed. Returns any other schema
 * unchanged.
 */
export function withItemsOfChoices(schema: JsonObject): JsonObject {
  const { items, type = "array", anyOf, oneOf } = schema;
  if (items === undefined || type !== "array" || (anyOf ?? oneOf) === undefined) return schema;
  const [keyword, ...others] = COMPOSING.filter((key) => key in schema);
  const choices = keyword === undefined || others.length > 0 ? undefined : schema[keyword];
  if (keyword === undefined || !Array.isArray(choices)) return schema;
  const types = new Set(choices.map(typeOf));
  if (types.has(undefined) || !types.has("array") || types.size === 1) return schema;
  const changed: Json[] = [];
  for (const choice of choices) {
    const isArray = isObject(choice) && typeOf(choice) === "array";
    if (isArray && holdsOthers(choice, items)) return schema;
    changed.push(isArray ? replaceMember(choice, "items", items) : choice);
  }
  return replaceMembers(schema, { items: undefined, [keyword]: changed });
}

/** Keywords, other than annotations, that a schema may have whose `items` are read as alternatives. */
const BESIDE_CHOICE = new Set(["items", "type", "nullable", "x-nullable"]);

/**
 * Reads alternatives under `items` as alternatives for the value itself, if a schema before OpenAPI 3.1 has nothing else or only
 * `type: object`: an array of schemas, or the `anyOf` that converters make of it. Slack writes this for a value that is a channel or a
 * conversation, or a string or null; strictly, the schema allows any value that is not an array. All alternatives must be objects, or,
 * without a type, one must be null: other arrays of schemas are tuples. Returns any other schema unchanged, including one whose
 * example or default is an array.
 */
export function withChoiceOfItems(schema: JsonObject): JsonObject {
  const { items, type } = schema;
  const isMere = Object.keys(schema).every((key) => BESIDE_CHOICE.has(key) || isAnnotation(key));
  if (items === undefined || !isMere || (type ?? "object") !== "object") return schema;
  if (Array.isArray(schema.example) || Array.isArray(schema.default)) return schema;
  const choices = Array.isArray(items) ? items : choicesOf(items);
  if (choices === undefined || choices.length < 2) return schema;
  const isOptional = type === undefined && choices.some((choice) => typeOf(choice) === "null");
  if (!choices.every(isOfObjects) && !isOptional) return schema;
  return replaceMembers(schema, { items: undefined, anyOf: choices });
}

/** True for a schema of objects, or a reference: no known spec has tuples of these without a type. */
function isOfObjects(schema: Json): boolean {
  return isObject(schema) && ("$ref" in schema || typeOf(schema) === "object");
}

/** Returns the alternatives of a schema that has only `anyOf` and annotations. */
function choicesOf(schema: Json): Json[] | undefined {
  if (!isObject(schema) || !Object.keys(schema).every((key) => key === "anyOf" || isAnnotation(key))) return undefined;
  return Array.isArray(schema.anyOf) ? schema.anyOf : undefined;
}

/** Returns the type of an alternative, as written; undefined if the schema itself has none. */
function typeOf(choice: Json): string | undefined {
  return isObject(choice)
    ? (stringMember(choice, "type") ?? (isObject(choice.properties) ? "object" : undefined))
    : undefined;
}

/** True for an array with its own items that differ from the expected ones. */
function holdsOthers({ items, prefixItems }: JsonObject, expected: Json): boolean {
  if (prefixItems !== undefined) return true;
  const saysNothing = items === undefined || (isObject(items) && Object.keys(items).every(isAnnotation));
  return !saysNothing && JSON.stringify(items) !== JSON.stringify(expected);
}

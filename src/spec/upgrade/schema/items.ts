import {
  isObject,
  type Json,
  type JsonObject,
  replaceMember,
  replaceMembers,
  stringMember,
} from "../../../json/index.js";
import { COMPOSITION, isAnnotation } from "../../schema-keywords.js";

/** Keywords beside which `items` stays where it is: more than one of them is too much to tell what is meant. */
const COMPOSING = [...COMPOSITION, "$ref", "prefixItems"];

/**
 * A choice between arrays and other values with `items` beside it: a string, or an array of strings. `items` is about arrays only
 * (JSON Schema 2020-12, section 10.3.1.2), so it moves to those that do not say what they hold, or say the same. A type of arrays
 * beside it is overruled by such a choice. Any other schema comes back as it is.
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

/** Keywords that may stand beside `items` where the schema says nothing but what is chosen from. */
const BESIDE_CHOICE = new Set(["items", "nullable", "x-nullable"]);

/**
 * A schema before OpenAPI 3.1 that says only `items`, and there alternatives: an array of schemas, or the `anyOf` that converters
 * make of such an array because OpenAPI 3.0 has none. This is how Slack writes that something is a channel or a conversation, a
 * string or null; strictly such a schema allows any value that is not an array. All alternatives are objects, or one is null: other
 * arrays are tuples. Any other schema comes back as it is, also one whose example or default is an array.
 */
export function withChoiceOfItems(schema: JsonObject): JsonObject {
  const { items } = schema;
  if (items === undefined || !Object.keys(schema).every((key) => BESIDE_CHOICE.has(key) || isAnnotation(key)))
    return schema;
  if (Array.isArray(schema.example) || Array.isArray(schema.default)) return schema;
  const choices = Array.isArray(items) ? items : choicesOf(items);
  if (choices === undefined || choices.length < 2) return schema;
  if (!choices.every(isOfObjects) && !choices.some((choice) => typeOf(choice) === "null")) return schema;
  return replaceMembers(schema, { items: undefined, anyOf: choices });
}

/** True for a schema of objects, or a reference: an array of those without a type is no tuple in any spec that was found. */
function isOfObjects(schema: Json): boolean {
  return isObject(schema) && ("$ref" in schema || typeOf(schema) === "object");
}

/** What a schema that says nothing else chooses from. */
function choicesOf(schema: Json): Json[] | undefined {
  if (!isObject(schema) || !Object.keys(schema).every((key) => key === "anyOf" || isAnnotation(key))) return undefined;
  return Array.isArray(schema.anyOf) ? schema.anyOf : undefined;
}

/** The one type of what is chosen, as it is written; undefined where that is another schema's. */
function typeOf(choice: Json): string | undefined {
  return isObject(choice)
    ? (stringMember(choice, "type") ?? (isObject(choice.properties) ? "object" : undefined))
    : undefined;
}

/** True for an array that says itself what it holds, and not the same. */
function holdsOthers({ items, prefixItems }: JsonObject, expected: Json): boolean {
  if (prefixItems !== undefined) return true;
  const saysNothing = items === undefined || (isObject(items) && Object.keys(items).every(isAnnotation));
  return !saysNothing && JSON.stringify(items) !== JSON.stringify(expected);
}

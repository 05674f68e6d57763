import { isObject, type Json, type JsonObject, stringMember } from "../json/index.js";
import { looksLikeSchema } from "./schema-keywords.js";

/** What stands in the lists of a document that hold objects. */
type ItemKind = "schema" | "parameter";

/**
 * The items of a list that is written as an object: the values by number, as PHP writes a list that has lost one, or the
 * object itself where it is an item whose dash is missing. Undefined for any other object.
 */
export function itemsMeant(kind: ItemKind, value: JsonObject): Json[] | undefined {
  return numberedValues(value) ?? (isItem(kind, value) ? [value] : undefined);
}

const IS_ITEM: Record<ItemKind, (object: JsonObject) => boolean> = { schema: looksLikeSchema, parameter: isParameter };

/** True for an object that is of such a kind by what it has. */
export function isItem(kind: string, value: Json): boolean {
  return isObject(value) && Object.hasOwn(IS_ITEM, kind) && IS_ITEM[kind as ItemKind](value);
}

/** True for a Parameter Object, or a reference to one. */
function isParameter(object: JsonObject): boolean {
  return ["$ref", "in"].some((key) => stringMember(object, key) !== undefined);
}

/** The values of an object that has numbers for its keys; undefined for any other object. */
export function numberedValues(value: JsonObject): Json[] | undefined {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key)) ? Object.values(value) : undefined;
}

/** What a message says of an object that is read as a list. */
export function readingOfItems(value: Json): string {
  return isObject(value) && numberedValues(value)
    ? "its values are read as the array"
    : "it is read as an array of one";
}

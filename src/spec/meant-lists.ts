import { isObject, type Json, type JsonObject, stringMember } from "../json/index.js";
import { looksLikeSchema } from "./schema-keywords.js";

/** The kinds of objects that arrays of a document contain. */
type ItemKind = "schema" | "parameter";

/**
 * The items of an array that is written as an object: its values if its keys are numbers (PHP writes an array with gaps so), or
 * the object itself if it looks like an item (in YAML, one whose dash is missing). Undefined for any other object.
 */
export function itemsMeant(kind: ItemKind, value: JsonObject): Json[] | undefined {
  return numberedValues(value) ?? (isItem(kind, value) ? [value] : undefined);
}

const IS_ITEM: Record<ItemKind, (object: JsonObject) => boolean> = { schema: looksLikeSchema, parameter: isParameter };

/** True for an object whose members show that it is of this kind. */
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

/** How a message says that an object is read as an array. */
export function readingOfItems(value: Json): string {
  return isObject(value) && numberedValues(value)
    ? "its values are read as the array"
    : "it is read as an array of one";
}

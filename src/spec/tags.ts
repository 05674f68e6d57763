import { arrayMember, isObject, type Json, type JsonObject } from "../json/index.js";

/** A tag as a string: JSON often has a year or a version as a number. Undefined for any other value. */
function tagText(tag: Json | undefined): string | undefined {
  return typeof tag === "string" || typeof tag === "number" ? String(tag) : undefined;
}

/** The valid tags of an Operation Object. */
export function operationTags(operation: JsonObject): string[] {
  return arrayMember(operation, "tags").flatMap((tag) => tagText(tag) ?? []);
}

/** The name of a Tag Object; undefined if it has none, or is not an object. */
export function tagName(tag: Json): string | undefined {
  return isObject(tag) ? tagText(tag.name) : undefined;
}

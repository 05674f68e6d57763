import { arrayMember, isObject, type Json, type JsonObject } from "../json/index.js";

/** The text of a tag: in JSON a year or a version is often written as a number. Undefined for what is no tag. */
function tagText(tag: Json | undefined): string | undefined {
  return typeof tag === "string" || typeof tag === "number" ? String(tag) : undefined;
}

/** The tags of an Operation Object, without what is none. */
export function operationTags(operation: JsonObject): string[] {
  return arrayMember(operation, "tags").flatMap((tag) => tagText(tag) ?? []);
}

/** The name of a Tag Object. Undefined for what is none. */
export function tagName(tag: Json): string | undefined {
  return isObject(tag) ? tagText(tag.name) : undefined;
}

import { type JsonObject, pickMembers } from "../../json/index.js";
import { TYPE_KEYWORDS } from "../schema-keywords.js";

/** With those that say more of a type than a value has to fulfil. */
const typeKeywords = new Set([...TYPE_KEYWORDS, "title", "x-nullable"]);

const wayOfWriting = "collectionFormat";

/** True where an OpenAPI 3 parameter or header says its type as Swagger 2.0 does. */
export function hasTypeKeywords(object: JsonObject): boolean {
  return Object.hasOwn(object, "type") || Object.hasOwn(object, "enum") || Object.hasOwn(object, "items");
}

/** A Schema Object of the keywords that say a parameter's type (Swagger 2.0, "Parameter Object"). */
export function schemaFromKeywords(object: JsonObject): JsonObject {
  return pickMembers(object, (key) => typeKeywords.has(key));
}

/** The parameter or header without the keywords that say its type. */
export function withoutTypeKeywords(object: JsonObject): JsonObject {
  return pickMembers(object, (key) => !typeKeywords.has(key) && key !== wayOfWriting);
}

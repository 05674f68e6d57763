import { type JsonObject, pickMembers } from "../../json/index.js";
import { TYPE_KEYWORDS } from "../schema-keywords.js";

/** The keywords that move into a schema, including those that only describe the type. */
const typeKeywords = new Set([...TYPE_KEYWORDS, "title", "x-nullable"]);

const wayOfWriting = "collectionFormat";

/** True for an OpenAPI 3 parameter or header with its type next to `name`, as in Swagger 2.0. */
export function hasTypeKeywords(object: JsonObject): boolean {
  return Object.hasOwn(object, "type") || Object.hasOwn(object, "enum") || Object.hasOwn(object, "items");
}

/** Makes a Schema Object from the type keywords of a parameter or header (Swagger 2.0, "Parameter Object"). */
export function schemaFromKeywords(object: JsonObject): JsonObject {
  return pickMembers(object, (key) => typeKeywords.has(key));
}

/** Returns the parameter or header without its type keywords. */
export function withoutTypeKeywords(object: JsonObject): JsonObject {
  return pickMembers(object, (key) => !typeKeywords.has(key) && key !== wayOfWriting);
}

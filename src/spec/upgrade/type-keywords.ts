import type { JsonObject } from "../json.js";
import { pickMembers } from "./copy-on-write.js";

/** The keywords by which a Swagger 2.0 parameter, header or item says its type, and their neighbours in the wild. */
const typeKeywords = new Set([
  "type",
  "format",
  "items",
  "enum",
  "default",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "multipleOf",
  "title",
  "properties",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "nullable",
  "x-nullable",
]);

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

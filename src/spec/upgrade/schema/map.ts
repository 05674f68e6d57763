import { isObject, type JsonObject, replaceMembers } from "../../../json/index.js";
import { COMPOSITION } from "../../schema-keywords.js";

/** Keywords that make a property called `additionalProperties` count as a property. */
const TAKING_PART = ["additionalProperties", "required", "$ref", ...COMPOSITION];

/**
 * True for an object whose only property is called `additionalProperties`: its author put the keyword one level too deep, as in
 * Docker's `Volumes`, and means a map. A boolean property with that name counts as a property.
 */
export function meansMap(schema: JsonObject): boolean {
  const { properties } = schema;
  if (!isObject(properties) || !isObject(properties.additionalProperties)) return false;
  if (Object.keys(properties).length > 1 || properties.additionalProperties.type === "boolean") return false;
  return TAKING_PART.every((keyword) => schema[keyword] === undefined);
}

/** Moves the keyword of a schema for which {@link meansMap} is true to its proper place. Returns any other schema unchanged. */
export function withMeantMap(schema: JsonObject): JsonObject {
  const { properties } = schema;
  if (!isObject(properties) || !meansMap(schema)) return schema;
  return replaceMembers(schema, { properties: undefined, additionalProperties: properties.additionalProperties });
}

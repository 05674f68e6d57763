import { reached } from "../../../collections/index.js";
import type { Json, JsonObject } from "../../../json/index.js";
import { composition, declaredTypes } from "../../../spec/schema-keywords.js";
import type { Schema } from "../../model.js";
import type { BuildContext } from "../context.js";

/** The maximum depth to which composed schemas are followed. */
const DEEPEST = 10;

/** Keywords of objects and arrays. */
const OF_PARTS = ["properties", "additionalProperties", "items", "prefixItems"];

/**
 * Returns the schema of the value that a caller passes as non-JSON content of a parameter (OpenAPI 3.1, section 4.8.12) or of a part
 * of a form. A schema of objects or arrays, such as of XML, becomes a string: b44-gen does not write such content, so the caller
 * passes its text.
 */
export function writtenContent(context: BuildContext, schema: Schema): Schema {
  return isOfParts(context, schema) ? { type: "string" } : schema;
}

/** True for a schema of objects or arrays, or with one of these among the schemas that it is composed of. */
export function isOfParts(context: BuildContext, schema: Json | undefined): boolean {
  const partsOf = (part: JsonObject | undefined) =>
    part ? composition(part).map((item) => context.dereference(item)) : [];
  const parts = [...reached([context.dereference(schema)], partsOf, DEEPEST)];
  return parts.some((part) => part && saysParts(part));
}

function saysParts(schema: JsonObject): boolean {
  const types = declaredTypes(schema);
  if (types.length > 0) return types.includes("object") || types.includes("array");
  return OF_PARTS.some((keyword) => Object.hasOwn(schema, keyword));
}

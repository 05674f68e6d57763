import type { JsonObject } from "../../../json/index.js";
import { schemaTypes } from "./schema-types.js";

/** Keywords by which other schemas evaluate properties of an object, or may: then only a validator knows which are left. */
const EVALUATING = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"];

/**
 * A schema of objects with `unevaluatedProperties` (JSON Schema 2020-12, section 11.3) that no other schema takes part in:
 * there it says what `additionalProperties` does, and comes back as that. Any other comes back as it is.
 */
export function withAdditional(schema: JsonObject): JsonObject {
  if (schema.unevaluatedProperties === undefined || schema.additionalProperties !== undefined) return schema;
  if (EVALUATING.some((key) => key in schema) || !schemaTypes(schema).includes("object")) return schema;
  const { unevaluatedProperties, ...rest } = schema;
  return { ...rest, additionalProperties: unevaluatedProperties };
}

import { isObject, type JsonObject } from "../../../json/index.js";
import { COMPOSITION, isAnnotation } from "../../../spec/schema-keywords.js";
import { schemaTypes } from "./schema-types.js";

/** Keywords by which other schemas evaluate what is in a value, or may: then only a validator knows what is left. */
const EVALUATING = ["$ref", ...COMPOSITION, "not", "if", "then", "else", "dependentSchemas"];

/**
 * A schema with `unevaluatedProperties` or `unevaluatedItems` (JSON Schema 2020-12, section 11) that no other schema takes part
 * in: there they say what `additionalProperties` and `items` do, and come back as these. Any other comes back as it is.
 */
export function withoutUnevaluated(schema: JsonObject): JsonObject {
  if (schema.unevaluatedProperties === undefined && schema.unevaluatedItems === undefined) return schema;
  if (EVALUATING.some((key) => key in schema)) return schema;
  const { unevaluatedProperties, unevaluatedItems, ...rest } = schema;
  const types = schemaTypes(schema);
  const isOfProperties = types.includes("object") && rest.additionalProperties === undefined;
  const isOfItems = types.includes("array") && rest.items === undefined && !("contains" in rest);
  return {
    ...rest,
    ...(isOfProperties && unevaluatedProperties !== undefined ? { additionalProperties: unevaluatedProperties } : {}),
    ...(isOfItems && unevaluatedItems !== undefined ? { items: unevaluatedItems } : {}),
  };
}

/** Whether a schema says by its own words what some properties beside the named ones are, or that there are none: else any. */
export function othersOf(schema: JsonObject): "typed" | "none" | "any" {
  const { additionalProperties: others, patternProperties } = withoutUnevaluated(schema);
  if (isObject(patternProperties) && Object.keys(patternProperties).length > 0) return "typed";
  if (others === false) return "none";
  return isObject(others) && !Object.keys(others).every(isAnnotation) ? "typed" : "any";
}

import { isObject, type JsonObject } from "../../../json/index.js";
import { COMPOSITION, isAnnotation } from "../../../spec/schema-keywords.js";
import { schemaTypes } from "./schema-types.js";

/** Keywords by which other schemas evaluate parts of a value, or may: only a validator knows what is then left. */
const EVALUATING = ["$ref", ...COMPOSITION, "not", "if", "then", "else", "dependentSchemas"];

/**
 * Replaces `unevaluatedProperties` and `unevaluatedItems` (JSON Schema 2020-12, section 11) with `additionalProperties`
 * and `items`, if no other schema applies to the value: they then mean the same. Returns any other schema unchanged.
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

/**
 * Returns how a schema by itself describes properties besides the named ones: `typed` if it says what some of them are,
 * `none` if it forbids them, else `any`.
 */
export function othersOf(schema: JsonObject): "typed" | "none" | "any" {
  const { additionalProperties: others, patternProperties } = withoutUnevaluated(schema);
  if (isObject(patternProperties) && Object.keys(patternProperties).length > 0) return "typed";
  if (others === false) return "none";
  return isObject(others) && !Object.keys(others).every(isAnnotation) ? "typed" : "any";
}

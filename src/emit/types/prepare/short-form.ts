import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isComposed } from "../../../spec/schema-keywords.js";
import { allowedValues } from "./allowed-values.js";
import { loneReference } from "./plain.js";
import { ANY_OBJECT, eitherOf, type PreparedSchema } from "./prepared.js";
import { schemaTypes } from "./schema-types.js";

/** The most values of an `enum` that are repeated. */
const MOST_VALUES = 10;

/**
 * What a schema says of its values in few words, prepared, for a place in which a type stands a second time; undefined
 * where it has none. Objects in it are not looked into: what is nested would double on every level.
 *
 * @param prepare prepares a reference
 */
export function shortForm(schema: Json, prepare: (schema: Json) => PreparedSchema): PreparedSchema | undefined {
  if (!isObject(schema)) return undefined;
  const $ref = loneReference(schema);
  if ($ref !== undefined) return prepare({ $ref });
  if (isComposed(schema) || schema.not !== undefined) return undefined;
  const values = allowedValues(schema);
  if (values) return values.length > MOST_VALUES ? undefined : { enum: values };
  const types = schemaTypes(schema);
  if (types.length === 0) return undefined;
  const forms = types.map((type): JsonObject => {
    if (type === "object") return ANY_OBJECT;
    return type === "array" ? { type, items: shortForm(schema.items ?? true, prepare) ?? {} } : { type };
  });
  return eitherOf(forms);
}

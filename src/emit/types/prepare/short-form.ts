import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isComposed } from "../../../spec/schema-keywords.js";
import { allowedValues } from "./allowed-values.js";
import { loneReference } from "./plain.js";
import { ANY_OBJECT, eitherOf, type PreparedSchema } from "./prepared.js";
import { schemaTypes } from "./schema-types.js";

/** The maximum number of values in an `enum` that is repeated. */
const MOST_VALUES = 10;

/**
 * Returns a short prepared form of a schema, for a place where its type is repeated; undefined if there is none. Does
 * not describe the properties of objects: nested types would double on every level.
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

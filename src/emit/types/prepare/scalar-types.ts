import type { SchemaType } from "../../../ir/index.js";
import { isObject, type Json } from "../../../json/index.js";
import { isComposed } from "../../../spec/schema-keywords.js";
import { allowedValues } from "./allowed-values.js";
import { schemaTypes, valueType } from "./schema-types.js";

const OF_OTHERS: ReadonlySet<SchemaType> = new Set<SchemaType>(["object", "array"]);

/**
 * Returns the types of a schema that by its own keywords allows only strings, numbers, booleans and null; undefined for
 * any other schema.
 */
export function scalarTypes(schema: Json | undefined): readonly SchemaType[] | undefined {
  if (!isObject(schema) || isComposed(schema)) return undefined;
  const types = allowedValues(schema)?.map(valueType) ?? schemaTypes(schema);
  return types.length === 0 || types.some((type) => OF_OTHERS.has(type)) ? undefined : types;
}

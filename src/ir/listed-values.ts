import type { Json, JsonObject } from "../json/index.js";
import type { Schema } from "./model.js";

/**
 * Returns the only values that a schema allows by its own `const` or, without that, `enum` (JSON Schema Validation 2020-12,
 * sections 6.1.2 and 6.1.3); undefined if it lists none.
 */
export function listedValues(schema: JsonObject): Json[] | undefined {
  if (Object.hasOwn(schema, "const")) return [schema.const as Json];
  return Array.isArray(schema.enum) && schema.enum.length > 0 ? schema.enum : undefined;
}

/** Returns the only value that a schema allows; undefined if it allows others. Does not follow references. */
export function singleValue(schema: Schema): Json | undefined {
  const values = typeof schema === "boolean" ? undefined : listedValues(schema);
  return values?.length === 1 ? values[0] : undefined;
}

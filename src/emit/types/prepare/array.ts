import type { Json, JsonObject } from "../../../json/index.js";
import type { PreparedSchema } from "./prepared.js";

/**
 * Prepares an array schema. With `prefixItems` (JSON Schema 2020-12, section 10.3.1.1) it is a tuple: `minItems` is the
 * number of required elements, and `items` describes the elements that follow, or is false if there are none.
 *
 * @param prepare prepares the schema of an element
 */
export function preparedArray(schema: JsonObject, prepare: (item: Json) => PreparedSchema): JsonObject {
  const listed = Array.isArray(schema.prefixItems) ? schema.prefixItems.map(prepare) : [];
  const impossible = listed.indexOf(false);
  const longest =
    typeof schema.maxItems === "number" && schema.maxItems > 0 ? schema.maxItems : Number.POSITIVE_INFINITY;
  const length = Math.min(impossible < 0 ? listed.length : impossible, longest);
  const items = length < listed.length || longest <= length ? false : prepare(schema.items ?? true);
  if (listed.length === 0 && items !== false) return { type: "array", items };
  const minItems = typeof schema.minItems === "number" ? Math.max(0, Math.min(schema.minItems, length)) : 0;
  return { type: "array", prefixItems: listed.slice(0, length) as Json[], minItems, items };
}

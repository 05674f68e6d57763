import type { JsonObject } from "../../../../json/index.js";
import { choices, isNull, schemaTypes } from "../schema-types.js";
import { requiredNames } from "./required.js";

/**
 * Returns a choice that has `required` beside it and null among its alternatives without that null, to which `required`
 * does not apply (JSON Schema Validation 2020-12, section 6.5.3). Undefined for any other schema, or if it says more
 * about null.
 */
export function withoutNullChoice(schema: JsonObject): JsonObject | undefined {
  if (schemaTypes(schema).length > 0 || requiredNames(schema).length === 0 || "$ref" in schema || "allOf" in schema)
    return undefined;
  const [key, other] = (["anyOf", "oneOf"] as const).filter((keyword) => keyword in schema);
  if (key === undefined || other !== undefined) return undefined;
  const list = choices(schema, key);
  const others = list.filter((item) => !isNull(item));
  if (others.length === 0 || others.length === list.length) return undefined;
  const { [key]: _list, ...rest } = schema;
  return { ...rest, [others.length === 1 ? "allOf" : key]: others };
}

import type { Json } from "../json/index.js";
import type { Schema } from "./model.js";

/** The one value that a schema allows; undefined where it allows more. References are not followed. */
export function singleValue(schema: Schema): Json | undefined {
  if (typeof schema === "boolean") return undefined;
  if (Object.hasOwn(schema, "const")) return schema.const;
  return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}

import type { SchemaType } from "../../../ir/index.js";
import type { JsonObject } from "../../../json/index.js";
import { isAnnotation, SCALAR_LIMITS } from "../../../spec/schema-keywords.js";

const SCALARS = new Map<unknown, SchemaType>([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
]);

/** Keywords, besides annotations, that do not change the type of a string, number or boolean. */
const OF_SCALARS = new Set(["type", "format", ...SCALAR_LIMITS, "exclusiveMinimum", "exclusiveMaximum"]);

/** Returns the type of a schema that only says that a value is a string, number or boolean; undefined for any other. */
export function scalarType(schema: JsonObject): SchemaType | undefined {
  const type = SCALARS.get(schema.type);
  if (type === undefined) return undefined;
  for (const key in schema) if (!OF_SCALARS.has(key) && !isAnnotation(key)) return undefined;
  return type;
}

/** Returns the `$ref` of a schema that says nothing else about values; undefined for any other. */
export function loneReference(schema: JsonObject): string | undefined {
  const { $ref } = schema;
  if (typeof $ref !== "string") return undefined;
  for (const key in schema) if (key !== "$ref" && !isAnnotation(key)) return undefined;
  return $ref;
}

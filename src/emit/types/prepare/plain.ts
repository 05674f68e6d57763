import type { SchemaType } from "../../../ir/index.js";
import type { JsonObject } from "../../../json/index.js";
import { isAnnotation, SCALAR_LIMITS } from "../../../spec/schema-keywords.js";

const SCALARS = new Map<unknown, SchemaType>([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
]);

/** Keywords that besides annotations leave the type of a string, number or boolean as it is. */
const OF_SCALARS = new Set(["type", "format", ...SCALAR_LIMITS, "exclusiveMinimum", "exclusiveMaximum"]);

/** The type of a schema that says nothing else of a value than that it is of this one; undefined for any other. */
export function scalarType(schema: JsonObject): SchemaType | undefined {
  const type = SCALARS.get(schema.type);
  if (type === undefined) return undefined;
  for (const key in schema) if (!OF_SCALARS.has(key) && !isAnnotation(key)) return undefined;
  return type;
}

/** What a schema refers to that says nothing else of a value; undefined for any other. */
export function loneReference(schema: JsonObject): string | undefined {
  const { $ref } = schema;
  if (typeof $ref !== "string") return undefined;
  for (const key in schema) if (key !== "$ref" && !isAnnotation(key)) return undefined;
  return $ref;
}

import type { JsonObject } from "../../../json/index.js";

/** A schema of the plain kind that openapi-typescript turns into the right type. */
export type PreparedSchema = boolean | JsonObject;

/** True for a prepared schema that forbids no value. */
export function allowsAnything(schema: PreparedSchema): boolean {
  if (typeof schema === "boolean") return schema;
  return !["type", "enum", "$ref", "allOf", "anyOf"].some((key) => key in schema);
}

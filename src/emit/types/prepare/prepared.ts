import type { JsonObject } from "../../../json/index.js";

/** A schema of the plain kind that openapi-typescript turns into the right type. */
export type PreparedSchema = boolean | JsonObject;

/** An object of which nothing is said, beside others that say what it is: `{}`. */
export const ANY_OBJECT: JsonObject = { type: "object", properties: {} };

/** True for a prepared schema that forbids no value. */
export function allowsAnything(schema: PreparedSchema): boolean {
  if (typeof schema === "boolean") return schema;
  return !["type", "enum", "$ref", "allOf", "anyOf"].some((key) => key in schema);
}

/** Any value, null too, but none that is missing. */
const SOME_VALUE: JsonObject = orNull(ANY_OBJECT);

/** An object of which nothing is said but that it has these names, whatever their values; or null, where that may be. */
export function demandedObject(names: readonly string[], mayBeNull: boolean): JsonObject {
  const properties = Object.fromEntries(names.map((name) => [name, SOME_VALUE]));
  const demanded: JsonObject = { type: "object", properties, required: [...names] };
  return mayBeNull ? orNull(demanded) : demanded;
}

/** What a schema allows, or null. */
export function orNull(schema: PreparedSchema): JsonObject {
  return { anyOf: [schema, { type: "null" }] };
}

/** What any of several schemas allows, of which there is one at least. */
export function eitherOf(schemas: readonly PreparedSchema[]): PreparedSchema {
  return schemas.length === 1 ? (schemas[0] as PreparedSchema) : { anyOf: [...schemas] };
}

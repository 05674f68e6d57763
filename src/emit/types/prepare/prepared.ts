import type { JsonObject } from "../../../json/index.js";

/** A schema in the simple form that openapi-typescript turns into the right type. */
export type PreparedSchema = boolean | JsonObject;

/** An object without further description, beside schemas that describe it: `{}`. */
export const ANY_OBJECT: JsonObject = { type: "object", properties: {} };

/** True for a prepared schema that forbids no value. */
export function allowsAnything(schema: PreparedSchema): boolean {
  if (typeof schema === "boolean") return schema;
  return !["type", "enum", "$ref", "allOf", "anyOf"].some((key) => key in schema);
}

/** Any value, including null, but not undefined. */
const SOME_VALUE: JsonObject = orNull(ANY_OBJECT);

/** Returns an object schema that requires these properties, with any values, and also allows null if `mayBeNull`. */
export function demandedObject(names: readonly string[], mayBeNull: boolean): JsonObject {
  const properties = Object.fromEntries(names.map((name) => [name, SOME_VALUE]));
  const demanded: JsonObject = { type: "object", properties, required: [...names] };
  return mayBeNull ? orNull(demanded) : demanded;
}

/** Returns a schema that also allows null. */
export function orNull(schema: PreparedSchema): JsonObject {
  return { anyOf: [schema, { type: "null" }] };
}

/** Returns a schema that allows what any of the schemas allows. There must be at least one. */
export function eitherOf(schemas: readonly PreparedSchema[]): PreparedSchema {
  return schemas.length === 1 ? (schemas[0] as PreparedSchema) : { anyOf: [...schemas] };
}

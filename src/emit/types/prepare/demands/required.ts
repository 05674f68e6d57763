import { isObject, type Json, type JsonObject } from "../../../../json/index.js";
import { isAnnotation } from "../../../../spec/schema-keywords.js";
import type { Schemas } from "../../schemas/index.js";
import { loneReference } from "../plain.js";
import { schemaTypes } from "../schema-types.js";

/** What a schema with all its parts requires of an object (JSON Schema Validation 2020-12, section 6.5.3). */
export interface Demand {
  /** All required names. */
  required: readonly string[];
  /** The required names that no part of the schema declares as a property. */
  undeclared: readonly string[];
}

/** Returns the names under `required`, each once. */
export function requiredNames({ required }: JsonObject): string[] {
  return Array.isArray(required) ? [...new Set(required.filter((name) => typeof name === "string"))] : [];
}

/**
 * Returns the names that a schema requires, together with the inline members of its `allOf` and with references to
 * schemas that only require names. Each may require properties that another one declares.
 */
export function demandOf(schema: JsonObject, schemas: Schemas): Demand {
  const { $ref, allOf } = schema;
  const taken = [...($ref === undefined ? [] : [{ $ref }]), ...(Array.isArray(allOf) ? allOf : [])];
  const parts = [schema, ...taken.map((item) => demandBehind(item, schemas))].filter(mayBeOfObjects);
  const required = [...new Set(parts.flatMap((part) => [...requiredNames(part), ...agreedNames(part, schemas)]))];
  if (required.length === 0) return { required, undeclared: [] };
  return { required, undeclared: [...undeclaredNames(required, schema, schemas)] };
}

/** False for a schema that allows no objects, to which `required` does not apply. */
function mayBeOfObjects(part: Json): part is JsonObject {
  if (!isObject(part)) return false;
  const types = schemaTypes(part);
  return types.length === 0 || types.includes("object");
}

/**
 * Returns the names that all members of `anyOf` or `oneOf` require, if they only require names: for "an id or an email,
 * and a date with either", the date. No type says the rest.
 */
function agreedNames({ anyOf, oneOf }: JsonObject, schemas: Schemas): string[] {
  return [anyOf, oneOf].flatMap((list) => {
    const demands = Array.isArray(list) ? list.map((item) => demandBehind(item, schemas)) : [];
    if (!demands.every(isBareDemand)) return [];
    const [first = [], ...others] = demands.map(requiredNames);
    return first.filter((name) => others.every((names) => names.includes(name)));
  });
}

/** True for a schema that says nothing about values except `type: object` and which names are required. */
export function isBareDemand(schema: Json): schema is JsonObject {
  if (!isObject(schema)) return false;
  const { type = "object" } = schema;
  return (
    type === "object" && Object.keys(schema).every((key) => key === "required" || key === "type" || isAnnotation(key))
  );
}

/**
 * Returns the target of a reference if it only requires names, which then apply to the schema around the reference.
 * Returns any other schema unchanged.
 */
export function demandBehind(schema: Json, schemas: Schemas): Json {
  if (!isObject(schema) || loneReference(schema) === undefined) return schema;
  const target = schemas.resolve(schema);
  return target && isBareDemand(target) && requiredNames(target).length > 0 ? target : schema;
}

/** Returns a member of `allOf` without the required names that it does not declare itself: other parts have them. */
export function withOwnDemands(item: Json, schemas: Schemas): Json {
  if (!isObject(item) || item.required === undefined) return item;
  const required = requiredNames(item);
  const undeclared = undeclaredNames(required, item, schemas);
  return { ...item, required: required.filter((name) => !undeclared.has(name)) };
}

/** Returns the names that no part of a schema declares as a property. */
function undeclaredNames(names: readonly string[], schema: JsonObject, schemas: Schemas): Set<string> {
  const own = isObject(schema.properties) ? schema.properties : {};
  const others = names.filter((name) => !Object.hasOwn(own, name));
  return others.length === 0 ? new Set() : schemas.declared.undeclared(others, schema);
}

import { isObject, type Json, type JsonObject } from "../../../spec/json.js";
import type { Schemas } from "../schemas.js";

/** What a schema with all its parts demands of an object (JSON Schema 2020-12, section 6.5.3 of the validation). */
export interface Demand {
  /** Every name that must be there. */
  required: readonly string[];
  /** Those among them that no part of the schema has as a property. */
  undeclared: readonly string[];
}

/** The names under `required`, each once. */
export function requiredNames({ required }: JsonObject): string[] {
  return Array.isArray(required) ? [...new Set(required.filter((name) => typeof name === "string"))] : [];
}

/** What a schema and the members of its `allOf` that stand in it demand together; they may name each other's properties. */
export function demandOf(schema: JsonObject, schemas: Schemas): Demand {
  const members = Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
  const required = [...new Set([...requiredNames(schema), ...members.flatMap(requiredNames)])];
  if (required.length === 0) return { required, undeclared: [] };
  const declared = declaredNames(schema, schemas);
  return { required, undeclared: required.filter((name) => !declared.has(name)) };
}

/** A member of `allOf` without the demands that are not for its own properties: they are met elsewhere. */
export function withOwnDemands(item: Json, schemas: Schemas): Json {
  if (!isObject(item) || item.required === undefined) return item;
  const declared = declaredNames(item, schemas);
  return { ...item, required: requiredNames(item).filter((name) => declared.has(name)) };
}

/** The names of the properties that a schema, or any part of it, has. */
function declaredNames(schema: Json, schemas: Schemas, seen: Set<Json> = new Set()): Set<string> {
  const names = new Set<string>();
  const object = isObject(schema) ? schema : undefined;
  if (!object || seen.has(object)) return names;
  seen.add(object);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) =>
    Array.isArray(object[key]) ? (object[key] as Json[]) : [],
  );
  const target = typeof object.$ref === "string" ? schemas.resolve(object) : undefined;
  if (target) parts.push(target);
  for (const part of parts) for (const name of declaredNames(part, schemas, seen)) names.add(name);
  for (const name of isObject(object.properties) ? Object.keys(object.properties) : []) names.add(name);
  return names;
}

import { isObject, type Json, type JsonObject } from "../../../../json/index.js";
import { isAnnotation } from "../../../../spec/schema-keywords.js";
import type { Schemas } from "../../schemas/index.js";
import { loneReference } from "../plain.js";
import { schemaTypes } from "../schema-types.js";

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

/**
 * What a schema requires together with the members written in its `allOf`, and with what it or they refer to if that only requires
 * names; they may name each other's properties.
 */
export function demandOf(schema: JsonObject, schemas: Schemas): Demand {
  const { $ref, allOf } = schema;
  const taken = [...($ref === undefined ? [] : [{ $ref }]), ...(Array.isArray(allOf) ? allOf : [])];
  const parts = [schema, ...taken.map((item) => demandBehind(item, schemas))].filter(mayBeOfObjects);
  const required = [...new Set(parts.flatMap((part) => [...requiredNames(part), ...agreedNames(part, schemas)]))];
  if (required.length === 0) return { required, undeclared: [] };
  return { required, undeclared: [...undeclaredNames(required, schema, schemas)] };
}

/** False for what no object is, of which `required` says nothing. */
function mayBeOfObjects(part: Json): part is JsonObject {
  if (!isObject(part)) return false;
  const types = schemaTypes(part);
  return types.length === 0 || types.includes("object");
}

/**
 * The names that every choice demands, where `anyOf` or `oneOf` chooses between demands only: of "an id or an email,
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

/** True for a schema that demands names, and says nothing else of values. */
export function isBareDemand(schema: Json): schema is JsonObject {
  if (!isObject(schema)) return false;
  const { type = "object" } = schema;
  return (
    type === "object" && Object.keys(schema).every((key) => key === "required" || key === "type" || isAnnotation(key))
  );
}

/** What a schema refers to, where that demands names and says nothing else: so it is for what stands around it. Else itself. */
export function demandBehind(schema: Json, schemas: Schemas): Json {
  if (!isObject(schema) || loneReference(schema) === undefined) return schema;
  const target = schemas.resolve(schema);
  return target && isBareDemand(target) && requiredNames(target).length > 0 ? target : schema;
}

/** A member of `allOf` without the demands that are not for its own properties: they are met elsewhere. */
export function withOwnDemands(item: Json, schemas: Schemas): Json {
  if (!isObject(item) || item.required === undefined) return item;
  const required = requiredNames(item);
  const undeclared = undeclaredNames(required, item, schemas);
  return { ...item, required: required.filter((name) => !undeclared.has(name)) };
}

/** Those of the names that no part of a schema has as a property. */
function undeclaredNames(names: readonly string[], schema: JsonObject, schemas: Schemas): Set<string> {
  const own = isObject(schema.properties) ? schema.properties : {};
  const others = names.filter((name) => !Object.hasOwn(own, name));
  return others.length === 0 ? new Set() : schemas.declared.undeclared(others, schema);
}

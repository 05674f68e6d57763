import { isObject, type Json, type JsonObject } from "../../../json/index.js";
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

/**
 * What a schema and the members of its `allOf` that stand in it demand together; they may name each other's properties.
 */
export function demandOf(schema: JsonObject, schemas: Schemas): Demand {
  const members = Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
  const required = [...new Set([schema, ...members].flatMap((part) => [...requiredNames(part), ...agreedNames(part)]))];
  if (required.length === 0) return { required, undeclared: [] };
  return { required, undeclared: [...undeclaredNames(required, schema, schemas)] };
}

/**
 * The names that every choice demands, where `anyOf` or `oneOf` chooses between demands only: of "an id or an email,
 * and a date with either", the date. No type says the rest.
 */
function agreedNames({ anyOf, oneOf }: JsonObject): string[] {
  return [anyOf, oneOf].flatMap((list) => {
    if (!Array.isArray(list) || !list.every(isBareDemand)) return [];
    const [first = [], ...others] = list.map(requiredNames);
    return first.filter((name) => others.every((names) => names.includes(name)));
  });
}

const OF_A_DEMAND = new Set(["required", "type", "title", "description"]);

/** True for a schema that demands names, and says nothing else of values. */
export function isBareDemand(schema: Json): schema is JsonObject {
  if (!isObject(schema)) return false;
  const { type = "object" } = schema;
  return type === "object" && Object.keys(schema).every((key) => OF_A_DEMAND.has(key));
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

import { getOrInsert, memoized, reached } from "../../collections/index.js";
import { type Api, listedValues, referencedKey, type Schema, type SchemasByKey, schemasByKey } from "../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../json/index.js";
import { composition } from "../../spec/schema-keywords.js";

/**
 * True for names that reach an object's prototype, and that the SDK's HTTP library (axios) omits from plain objects.
 */
export function isAwkwardName(name: string): boolean {
  return name === "constructor" || name === "prototype" || name === "__proto__";
}

const TEXTUAL: ReadonlySet<Json> = new Set(["string", "number", "integer", "boolean", "null"]);

/** How deep unions and `allOf` are followed. Without a limit, a chain of references could overflow the stack. */
const DEEPEST = 500;

/**
 * True if every value of a schema is a string, a number, a boolean or null; with `orList`, also if it is an array.
 * False if that is not certain.
 */
export function isTextual(schema: Schema | undefined, api: Api, { orList = false } = {}): boolean {
  const known = new Map<string, boolean>();
  return isTextualIn(schema, 0);

  function isTextualIn(own: unknown, depth: number): boolean {
    if (!isObject(own) || depth > DEEPEST) return false;
    if (typeof own.$ref === "string") return isTextualNamed(referencedKey(own.$ref), depth);
    const values = listedValues(own);
    if (values) return values.every((value) => typeof value !== "object" || value === null);
    const types = typesOf(own);
    if (types.length > 0) return types.every((type) => TEXTUAL.has(type) || (orList && type === "array"));
    for (const union of [own.oneOf, own.anyOf]) {
      if (Array.isArray(union)) return union.every((part) => isTextualIn(part, depth + 1));
    }
    return Array.isArray(own.allOf) && own.allOf.some((part) => isTextualIn(part, depth + 1));
  }

  /** Checks each named schema once. A reference from within itself counts as uncertain. */
  function isTextualNamed(key: string, depth: number): boolean {
    return memoized(known, key, { meanwhile: false, find: () => isTextualIn(schemaOf(key, api), depth + 1) });
  }
}

/**
 * True if values of a schema may have a member with an awkward name: the schema declares one, or allows members of any
 * name.
 */
export function hasAwkwardName(schema: Schema | undefined, api: Api): boolean {
  for (const part of reached<unknown>([schema], (item) => partsOf(item, api))) {
    if (mayHaveAwkwardName(part)) return true;
  }
  return false;
}

/** True for a schema that allows such a member by its own keywords, apart from its references and composition. */
function mayHaveAwkwardName(schema: unknown): boolean {
  if (!isObject(schema)) return true;
  if (typeof schema.$ref === "string") return false;
  const { properties, patternProperties, additionalProperties } = schema;
  if (isObject(patternProperties) || isObject(additionalProperties) || additionalProperties === true) return true;
  if (isObject(properties)) return Object.keys(properties).some(isAwkwardName);
  if (composition(schema).length > 0) return false;
  return schema.type === undefined || typesOf(schema).includes("object");
}

function typesOf({ type }: JsonObject): Json[] {
  return type === undefined ? [] : [type].flat();
}

/** Returns the target of a reference, or the schemas that a schema is composed of. */
function partsOf(schema: unknown, api: Api): unknown[] {
  if (!isObject(schema)) return [];
  return typeof schema.$ref === "string" ? [schemaOf(referencedKey(schema.$ref), api)] : composition(schema);
}

const known = new WeakMap<Api, SchemasByKey>();

function schemaOf(key: string, api: Api): Schema | undefined {
  return getOrInsert(known, api, () => schemasByKey(api)).get(key);
}

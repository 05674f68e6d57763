import { arrayMember, type Json, type JsonObject } from "../json/index.js";

/** How a member holds objects: itself one, a list of them, a map of them by name, or one or a list. */
export type Holding = "one" | "list" | "map" | "oneOrList";

/** The keywords that put a schema together of others, or have it choose among them (JSON Schema 2020-12, Core, section 10.2.1). */
export const COMPOSITION = ["allOf", "oneOf", "anyOf"] as const;

/** The schemas that a schema is put together of, or chooses among, by its own words. */
export function composition(schema: JsonObject): Json[] {
  return COMPOSITION.flatMap((keyword) => arrayMember(schema, keyword));
}

/** True for a schema that refers to another one, is put together of others, or chooses among them. */
export function isComposed(schema: JsonObject): boolean {
  return schema.$ref !== undefined || COMPOSITION.some((keyword) => schema[keyword] !== undefined);
}

const each = (holding: Holding, ...keywords: string[]) =>
  keywords.map((keyword): [string, Holding] => [keyword, holding]);

/**
 * The keywords of schemas that hold schemas (JSON Schema 2020-12, Core, section 10), those of older drafts among them,
 * whose `items` may be a list.
 */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, Holding> = new Map([
  ...each("oneOrList", "items"),
  ...each("list", "prefixItems", ...COMPOSITION),
  ...each("one", "additionalProperties", "unevaluatedProperties", "propertyNames", "contentSchema"),
  ...each("one", "additionalItems", "unevaluatedItems", "contains", "not", "if", "then", "else"),
  ...each("map", "properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"),
]);

/** Those that hold schemas by name: a key below them is no keyword. */
export const SCHEMA_MAPS: readonly string[] = [...SCHEMA_KEYWORDS].flatMap(([keyword, holding]) =>
  holding === "map" ? [keyword] : [],
);

/** Keywords that hold data, in which a keyword means nothing. */
export const DATA_KEYWORDS: readonly string[] = ["example", "examples", "default", "enum", "const"];

/** Keywords that limit texts and numbers, and leave them what they are (JSON Schema 2020-12, Validation, sections 6.2 and 6.3). */
export const SCALAR_LIMITS: readonly string[] = [
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "multipleOf",
];

const ANNOTATIONS = new Set([
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "default",
  "example",
  "examples",
  "externalDocs",
]);

/** True for a keyword that says something about a schema without limiting its values; `x-…` are among them. */
export function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || key.startsWith("x-");
}

const TELLING = ["type", "properties", "items", "allOf", "anyOf", "oneOf", "not", "enum", "const", "format", "$ref"];

/** True for an object with a keyword that hardly any schema is without, and other objects do not have. */
export function looksLikeSchema(object: JsonObject): boolean {
  return TELLING.some((key) => Object.hasOwn(object, key));
}

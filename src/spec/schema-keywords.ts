import { arrayMember, type Json, type JsonObject } from "../json/index.js";

/** How a member contains objects: as one object, an array, a map by name, or either one object or an array. */
export type Holding = "one" | "list" | "map" | "oneOrList";

/** The keywords that combine schemas or choose among them (JSON Schema 2020-12, Core, section 10.2.1). */
export const COMPOSITION = ["allOf", "oneOf", "anyOf"] as const;

/** The keywords that choose among schemas. */
export const CHOICES = ["anyOf", "oneOf"] as const;

/** The alternatives under a schema's own `anyOf` and `oneOf`. */
export function choicesOf(schema: JsonObject): Json[] {
  return CHOICES.flatMap((keyword) => arrayMember(schema, keyword));
}

/** The schemas under a schema's own `allOf`, `oneOf` and `anyOf`. */
export function composition(schema: JsonObject): Json[] {
  return COMPOSITION.flatMap((keyword) => arrayMember(schema, keyword));
}

/** True for a schema with a `$ref`, `allOf`, `oneOf` or `anyOf`. */
export function isComposed(schema: JsonObject): boolean {
  return schema.$ref !== undefined || COMPOSITION.some((keyword) => schema[keyword] !== undefined);
}

/** The names under `type`, which may be one or several; none where it says nothing. */
export function declaredTypes(schema: JsonObject): Json[] {
  return [schema.type ?? []].flat();
}

const each = (holding: Holding, ...keywords: string[]) =>
  keywords.map((keyword): [string, Holding] => [keyword, holding]);

/** The keywords that hold schemas (JSON Schema 2020-12, Core, section 10), with older drafts, whose `items` may be an array. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, Holding> = new Map([
  ...each("oneOrList", "items"),
  ...each("list", "prefixItems", ...COMPOSITION),
  ...each("one", "additionalProperties", "unevaluatedProperties", "propertyNames", "contentSchema"),
  ...each("one", "additionalItems", "unevaluatedItems", "contains", "not", "if", "then", "else"),
  ...each("map", "properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"),
]);

/** The keywords whose value is a map of schemas: its keys are names, not keywords. */
export const SCHEMA_MAPS: readonly string[] = [...SCHEMA_KEYWORDS].flatMap(([keyword, holding]) =>
  holding === "map" ? [keyword] : [],
);

/** Keywords whose value is data, in which keys are not keywords. */
export const DATA_KEYWORDS: readonly string[] = ["example", "examples", "default", "enum", "const"];

/** Keywords that constrain strings and numbers without changing their type (JSON Schema 2020-12, Validation, sections 6.2 and 6.3). */
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

/** True for a keyword that describes a schema without constraining its values, including extensions (`x-…`). */
export function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || key.startsWith("x-");
}

const TELLING = ["type", "properties", "items", "allOf", "anyOf", "oneOf", "not", "enum", "const", "format", "$ref"];

/** True for an object with a keyword that most schemas have, and other OpenAPI objects do not. */
export function looksLikeSchema(object: JsonObject): boolean {
  return TELLING.some((key) => Object.hasOwn(object, key));
}

/**
 * The only schema in the `allOf`, `anyOf` or `oneOf` of a schema that has nothing else but annotations (JSON Schema 2020-12, section
 * 10.2.1). Undefined for any other schema.
 */
export function solePart(schema: JsonObject): Json | undefined {
  const list = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(list) || list.length !== 1) return undefined;
  for (const key in schema) if (schema[key] !== list && !isAnnotation(key)) return undefined;
  return list[0];
}

/**
 * The keywords by which a Swagger 2.0 parameter, header or item says its type (Swagger 2.0, "Parameter Object"), and
 * their neighbours in the wild. Since OpenAPI 3.0 they belong into a schema.
 */
export const TYPE_KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "format",
  "items",
  "enum",
  "default",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "multipleOf",
  "properties",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "nullable",
]);

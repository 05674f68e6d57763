import type { Api, MediaType, NamedSchema, Operation, Schema } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { COMPOSITION, composition } from "../../../spec/schema-keywords.js";
import type { Schemas } from "./schemas.js";
import { answeredSchemas, schemasOfContent } from "./used-schemas.js";

/**
 * The role of a schema in a multipart form: `form` for the form or a part of it in `allOf` and the like, `field` for
 * the value of a field.
 */
export type FormPlace = "form" | "field";

/** The named schemas that only multipart forms reach, in one role only, with that role. */
export type FormSchemas = ReadonlyMap<NamedSchema, FormPlace>;

/**
 * Returns the schemas that only multipart forms use (OpenAPI 3.1, section 4.8.14.3). The types of these schemas have
 * files where the form has them. Objects inside a form are sent as JSON and count as other uses.
 */
export function formSchemas(api: Api, schemas: Schemas): FormSchemas {
  const forms = api.operations.flatMap(formsOf);
  if (forms.length === 0) return new Map();
  const { places, others } = walk(forms, schemas);
  const reachedOtherwise = schemas.reachedFrom([...others, ...api.operations.flatMap(otherSchemas)]);
  const found = new Map<NamedSchema, FormPlace>();
  for (const [schema, [place, ...more]] of places) {
    if (place && more.length === 0 && !reachedOtherwise.has(schema)) found.set(schema, place);
  }
  return found;
}

/** Returns the named schemas that forms reach, by role, and the schemas that forms reach as JSON. */
function walk(
  forms: readonly Schema[],
  schemas: Schemas,
): { places: Map<NamedSchema, FormPlace[]>; others: JsonObject[] } {
  const places = new Map<NamedSchema, FormPlace[]>();
  const others: JsonObject[] = [];
  const seen = { form: new Set<JsonObject>(), field: new Set<JsonObject>() };
  const pending = forms.map((schema): readonly [Json, FormPlace] => [schema, "form"]);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [schema, place] = next;
    if (!isObject(schema) || seen[place].has(schema)) continue;
    seen[place].add(schema);
    const named = typeof schema.$ref === "string" ? schemas.byRef(schema.$ref) : undefined;
    if (named) {
      const known = places.get(named) ?? [];
      if (!known.includes(place)) places.set(named, [...known, place]);
      pending.push([named.schema, place]);
      continue;
    }
    const { parts, fields, rest } = taken(schema, place);
    pending.push(...parts.map((part) => [part, place] as const), ...fields.map((field) => [field, "field"] as const));
    others.push(rest);
  }
  return { places, others };
}

/**
 * Returns the schemas that a schema leads to in its role: further parts with the same role, fields, and the rest, which
 * is JSON.
 */
function taken(schema: JsonObject, place: FormPlace): { parts: Json[]; fields: Json[]; rest: JsonObject } {
  const { properties, additionalProperties, items, ...rest } = schema;
  // In a form, composition leads to its own parts; in a field, to what its value may be.
  const parts = composition(rest);
  for (const key of COMPOSITION) delete rest[key];
  if (place === "form") {
    const fields = [...(isObject(properties) ? Object.values(properties) : []), additionalProperties, items];
    return { parts, fields: fields.filter((field) => field !== undefined), rest };
  }
  if (isObject(properties)) return { parts: [], fields: [], rest: schema };
  if (additionalProperties !== undefined) rest.additionalProperties = additionalProperties;
  return { parts, fields: items === undefined ? [] : [items], rest };
}

function formsOf({ requestBody }: Operation): Schema[] {
  const schemas = (requestBody?.content ?? []).filter(isForm).map(({ schema }) => schema);
  return schemas.filter((schema) => schema !== undefined);
}

/** Returns the schemas of everything that an operation takes and responds with, except multipart forms. */
function otherSchemas(operation: Operation): Schema[] {
  const bodies = operation.requestBody?.content.filter((item) => !isForm(item)) ?? [];
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...schemasOfContent(bodies),
    ...answeredSchemas(operation),
  ];
}

function isForm({ kind }: MediaType): boolean {
  return kind === "multipart";
}

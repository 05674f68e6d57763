import { reached } from "../../../collections/index.js";
import type { Schema } from "../../../ir/index.js";
import { isObject, type JsonObject } from "../../../json/index.js";
import { choicesOf } from "../../../spec/schema-keywords.js";

/** How deep `allOf` is followed to find the keywords that apply to a schema. */
export const DEEPEST_ALL_OF = 10;

/** Looks up the schemas that references name. */
export interface ReferencedSchemas {
  byRef(ref: string): { schema: Schema } | undefined;
}

/**
 * Returns a schema and everything that its values must also match: the targets of its references and the members of its
 * `allOf`, each with theirs.
 */
export function withTakenOver(schema: JsonObject, references: ReferencedSchemas): Iterable<JsonObject> {
  return withAllTakenOver([schema], references);
}

/** Returns the same for several schemas. Parts that they share are listed once. */
export function withAllTakenOver(schemas: readonly JsonObject[], references: ReferencedSchemas): Iterable<JsonObject> {
  return reached(schemas, (part) => takenOver(part, references), DEEPEST_ALL_OF);
}

/**
 * Returns what the values of a schema must also match, one step away: the target of its reference and the members of
 * its `allOf`.
 */
export function takenOver({ $ref, allOf }: JsonObject, references: ReferencedSchemas): JsonObject[] {
  const target = typeof $ref === "string" ? references.byRef($ref)?.schema : undefined;
  return [target, ...(Array.isArray(allOf) ? allOf : [])].filter((part) => isObject(part));
}

/**
 * Returns what a schema is composed of, one step away: what its values must also match, and the members of its `anyOf`
 * and `oneOf`.
 */
export function partsOf(schema: JsonObject, references: ReferencedSchemas): JsonObject[] {
  return [...takenOver(schema, references), ...choicesOf(schema).filter(isObject)];
}

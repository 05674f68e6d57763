import { reached } from "../../../collections/index.js";
import type { Schema } from "../../../ir/index.js";
import { isObject, type JsonObject } from "../../../json/index.js";
import { choicesOf } from "../../../spec/schema-keywords.js";

/** How deep `allOf` is followed where a schema is asked what it says, not what it is. */
export const DEEPEST_ALL_OF = 10;

/** Finds the schemas that references name. */
export interface ReferencedSchemas {
  byRef(ref: string): { schema: Schema } | undefined;
}

/** A schema and all that its values fulfil besides: what it refers to, and the members of its `allOf`, each with theirs. */
export function withTakenOver(schema: JsonObject, references: ReferencedSchemas): Iterable<JsonObject> {
  return withAllTakenOver([schema], references);
}

/** The same of several schemas: what more than one takes over is there once. */
export function withAllTakenOver(schemas: readonly JsonObject[], references: ReferencedSchemas): Iterable<JsonObject> {
  return reached(schemas, (part) => takenOver(part, references), DEEPEST_ALL_OF);
}

/** What the values of a schema fulfil besides, by its own words: what it refers to, and the members of its `allOf`. */
export function takenOver({ $ref, allOf }: JsonObject, references: ReferencedSchemas): JsonObject[] {
  const target = typeof $ref === "string" ? references.byRef($ref)?.schema : undefined;
  return [target, ...(Array.isArray(allOf) ? allOf : [])].filter((part) => isObject(part));
}

/** What a schema is composed of, by its own words: what its values fulfil besides, and the forms that they may have. */
export function partsOf(schema: JsonObject, references: ReferencedSchemas): JsonObject[] {
  return [...takenOver(schema, references), ...choicesOf(schema).filter(isObject)];
}

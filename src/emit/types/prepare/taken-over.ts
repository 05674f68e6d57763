import type { Schema } from "../../../ir/index.js";
import { isObject, type JsonObject, reached } from "../../../json/index.js";
import { DEEPEST_ALL_OF } from "../schemas.js";

/** Finds the schemas that references name. */
export interface References {
  byRef(ref: string): { schema: Schema } | undefined;
}

/** A schema and all that its values fulfil besides: what it refers to, and the members of its `allOf`, each with theirs. */
export function withTakenOver(schema: JsonObject, references: References): Iterable<JsonObject> {
  return reached([schema], (part) => takenOver(part, references), DEEPEST_ALL_OF);
}

/** What the values of a schema fulfil besides, by its own words: what it refers to, and the members of its `allOf`. */
export function takenOver({ $ref, allOf }: JsonObject, references: References): JsonObject[] {
  const target = typeof $ref === "string" ? references.byRef($ref)?.schema : undefined;
  return [target, ...(Array.isArray(allOf) ? allOf : [])].filter((part) => isObject(part));
}

import { isObject, type JsonObject, reached } from "../../../json/index.js";
import { DEEPEST_ALL_OF, type Schemas } from "../schemas.js";

/** A schema and all that its values fulfil besides: what it refers to, and the members of its `allOf`, each with theirs. */
export function withTakenOver(schema: JsonObject, schemas: Schemas): Iterable<JsonObject> {
  return reached([schema], (part) => takenOver(part, schemas), DEEPEST_ALL_OF);
}

function takenOver(schema: JsonObject, schemas: Schemas): JsonObject[] {
  const target = typeof schema.$ref === "string" ? schemas.resolve(schema) : undefined;
  return [target, ...(Array.isArray(schema.allOf) ? schema.allOf : [])].filter((part) => isObject(part));
}

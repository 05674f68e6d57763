import { isObject, type Json, type JsonObject, reached } from "../../../json/index.js";
import type { Schemas } from "../schemas/index.js";

/** How far conditions within conditions, and what they refer to, are followed. */
const DEEPEST = 20;

/**
 * The properties that an object has where a condition holds, or does not (`then` and `else`, JSON Schema 2020-12,
 * section 10.2.2), of the schema itself and of members of its `allOf` that stand in it. No type says when; which there
 * can be is worth saying. By name, the schemas that any of the conditions has for it.
 */
export function conditionalProperties(schema: JsonObject, schemas: Schemas): Map<string, Json[]> {
  const found = new Map<string, Json[]>();
  const members = Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
  const starts = [schema, ...members].flatMap(outcomesOf);
  if (starts.length === 0) return found;
  for (const part of reached(starts, (outcome) => partsOf(outcome, schemas), DEEPEST)) {
    if (!isObject(part.properties)) continue;
    for (const [name, property] of Object.entries(part.properties)) {
      found.set(name, [...(found.get(name) ?? []), property]);
    }
  }
  return found;
}

function outcomesOf(schema: JsonObject): JsonObject[] {
  return "if" in schema ? [schema.then, schema.else].filter((part) => isObject(part)) : [];
}

function partsOf(outcome: JsonObject, schemas: Schemas): JsonObject[] {
  const target = typeof outcome.$ref === "string" ? schemas.resolve(outcome) : undefined;
  const members = Array.isArray(outcome.allOf) ? outcome.allOf : [];
  return [...outcomesOf(outcome), ...members, target].filter((part) => isObject(part));
}

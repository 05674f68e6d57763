import { type Changes, isObject, type Json, type JsonObject, replaceMembers } from "../../../json/index.js";
import { isAnnotation } from "../../schema-keywords.js";

/**
 * Moves annotations from parts of `allOf` to the schema (JSON Schema 2020-12, section 10.2.1.1). Swagger 2.0 and OpenAPI 3.0 ignore
 * them beside a `$ref`, so many authors write them as a part. A part with only annotations is removed; the schema's own annotations
 * take precedence. The description of another part is copied if it is the only one. References in `allOf` are not followed.
 */
export function withWordsOfParts(schema: JsonObject): JsonObject {
  const { allOf } = schema;
  if (!Array.isArray(allOf)) return schema;
  const changes: Changes = new Map();
  const others: Json[] = [];
  for (const part of allOf) {
    if (isObject(part) && isAnnotations(part)) take(part, schema, changes);
    else others.push(part);
  }
  const isChanged = others.length < allOf.length && others.length > 0;
  if (isChanged) changes.set("allOf", others);
  else changes.clear();
  const description = ["title", "description"].some((key) => schema[key] !== undefined || changes.has(key))
    ? undefined
    : onlyDescription(others);
  if (description !== undefined) changes.set("description", description);
  return changes.size > 0 ? replaceMembers(schema, changes) : schema;
}

function isAnnotations(part: JsonObject): boolean {
  const keys = Object.keys(part);
  return keys.length > 0 && keys.every((key) => isAnnotation(key) || key === "xml");
}

/** Annotations that hold if they are true in any part. */
const MARKS = new Set(["readOnly", "writeOnly", "deprecated"]);

function take(part: JsonObject, schema: JsonObject, changes: Changes): void {
  for (const key of Object.keys(part)) {
    const isMissing = !Object.hasOwn(schema, key) && !changes.has(key);
    if (isMissing || (MARKS.has(key) && part[key] === true)) changes.set(key, part[key]);
  }
}

/** Returns the description of the only part with one; undefined if none or several have one. */
function onlyDescription(parts: readonly Json[]): Json | undefined {
  const said = parts.flatMap((part) => (isObject(part) && part.$ref === undefined ? (part.description ?? []) : []));
  return said.length === 1 ? said[0] : undefined;
}

import {
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  mapItems,
  member,
  replaceMembers,
} from "../../../json/index.js";
import { CHOICES, choicesOf, isAnnotation } from "../../schema-keywords.js";

/**
 * Handles the types `undefined` and `void`, which TypeScript frameworks write for values that may be absent. No JSON value has them:
 * as one of several alternatives they become `false`, and a property that may have them is not required.
 *
 * @param upgraded the schema with its subschemas upgraded
 * @param written the schema with its subschemas as written
 */
export function withoutAbsent(upgraded: JsonObject, written: JsonObject): JsonObject {
  const changes: Changes = new Map();
  for (const keyword of CHOICES) {
    const choices = member(upgraded, keyword);
    if (Array.isArray(choices) && !choices.every(isAbsent))
      changes.set(
        keyword,
        mapItems(choices, (choice) => (isAbsent(choice) ? false : choice)),
      );
  }
  const { required, properties } = written;
  if (Array.isArray(required) && isObject(properties) && member(upgraded, "required") === required)
    changes.set(
      "required",
      mapItems(required, (name) =>
        typeof name === "string" && mayBeAbsent(member(properties, name)) ? undefined : name,
      ),
    );
  return changes.size > 0 ? replaceMembers(upgraded, changes) : upgraded;
}

function mayBeAbsent(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  return isAbsent(schema) || choicesOf(schema).some(isAbsent);
}

function isAbsent(schema: Json): boolean {
  if (!isObject(schema) || (schema.type !== "undefined" && schema.type !== "void")) return false;
  return Object.keys(schema).every((key) => key === "type" || isAnnotation(key));
}

import type { JsonObject } from "../../json/index.js";
import { saidFlag } from "../shapes/index.js";
import { replaceMembers } from "./copy-on-write.js";

/** Keywords of schemas that are true or false, or may be instead of a schema, and without which a type is another. */
const FLAGS: ReadonlySet<string> = new Set([
  "nullable",
  "x-nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "additionalProperties",
  "unevaluatedProperties",
]);

/** Flags that a schema has as texts by which authors mean true or false. Undefined where there is none. */
export function textFlags(schema: JsonObject): (readonly [keyword: string, value: string])[] | undefined {
  let found: (readonly [string, string])[] | undefined;
  // Every schema comes here, most of them without one.
  for (const key in schema) {
    const value = schema[key];
    if (typeof value !== "string" || !FLAGS.has(key) || saidFlag(value) === undefined) continue;
    found ??= [];
    found.push([key, value]);
  }
  return found;
}

/** The schema with what is meant in the place of its {@link textFlags}. */
export function withFlags(schema: JsonObject): JsonObject {
  const flags = textFlags(schema);
  return flags ? replaceMembers(schema, new Map(flags.map(([key, value]) => [key, saidFlag(value)]))) : schema;
}

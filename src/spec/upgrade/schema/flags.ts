import type { JsonObject } from "../../../json/index.js";
import { saidFlag } from "../../shapes/index.js";
import { replaceMembers } from "../copy-on-write.js";

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

/** Flags that are texts by which authors mean true or false, by keyword. */
export type TextFlags = (readonly [keyword: string, value: string])[];

/** The flags of a schema that are texts. Undefined where there is none. */
export function textFlags(schema: JsonObject): TextFlags | undefined {
  let found: TextFlags | undefined;
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
export function withFlags(schema: JsonObject, flags: TextFlags): JsonObject {
  return replaceMembers(schema, new Map(flags.map(([key, value]) => [key, saidFlag(value)])));
}

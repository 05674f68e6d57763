import { dereferenced, type Schema, type SchemasByKey, singleValue } from "../ir/index.js";

/** Returns the only value that a schema allows, or else its default, as a string; undefined if it has neither. */
export function presetValue(written: Schema, schemas: SchemasByKey): string | undefined {
  const schema = dereferenced(written, schemas);
  if (typeof schema !== "object") return undefined;
  const value = singleValue(schema) ?? schema.default;
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
}

import { type JsonObject, unescapedPointerToken } from "../json/index.js";
import { bundledPointer, dereferenced as dereferencedBy } from "../spec/dereferenced.js";
import type { Api, Schema } from "./model.js";

/** The named schemas of an API, by key. */
export type SchemasByKey = ReadonlyMap<string, Schema>;

/** Returns the named schemas of an API, by key. */
export function schemasByKey({ schemas }: Api): SchemasByKey {
  return new Map(schemas.map(({ key, schema }) => [key, schema]));
}

/** Returns the key of the named schema that a `$ref` of the intermediate representation refers to. */
export function referencedKey(ref: string): string {
  const pointer = bundledPointer(ref);
  return unescapedPointerToken(pointer.slice(pointer.lastIndexOf("/") + 1));
}

/**
 * Returns a schema, or the schema that it refers to or solely consists of; undefined if there is none, or if it is a
 * boolean.
 */
export function dereferenced(schema: Schema | undefined, schemas: SchemasByKey): JsonObject | undefined {
  return dereferencedBy(schema, (ref) => schemas.get(referencedKey(ref)), { soleParts: true });
}

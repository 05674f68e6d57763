import type { Api, Schema } from "./model.js";
import { referencedKey } from "./references.js";

/** The named schemas of an API, by key. */
export type SchemasByKey = ReadonlyMap<string, Schema>;

/** The same of an API. */
export function schemasByKey({ schemas }: Api): SchemasByKey {
  return new Map(schemas.map(({ key, schema }) => [key, schema]));
}

/** How many references are followed, each to the next. */
const MOST_REFERENCES = 20;

/** A schema, or the named one that it refers to; undefined where there is none. */
export function dereferenced(given: Schema | undefined, schemas: SchemasByKey): Schema | undefined {
  let schema = given;
  for (let step = 0; step < MOST_REFERENCES && typeof schema === "object" && typeof schema.$ref === "string"; step++)
    schema = schemas.get(referencedKey(schema.$ref));
  return schema;
}

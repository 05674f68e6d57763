import { isObject, stringMember } from "../json/index.js";
import { solePart } from "../spec/sole-part.js";
import type { Api, Schema } from "./model.js";
import { referencedKey } from "./references.js";

/** The named schemas of an API, by key. */
export type SchemasByKey = ReadonlyMap<string, Schema>;

/** The same of an API. */
export function schemasByKey({ schemas }: Api): SchemasByKey {
  return new Map(schemas.map(({ key, schema }) => [key, schema]));
}

/** How many references and sole parts are followed, each to the next. */
const MOST_REFERENCES = 20;

/** A schema, or the one that it refers to, or is put together of alone; undefined where there is none. */
export function dereferenced(given: Schema | undefined, schemas: SchemasByKey): Schema | undefined {
  let schema = given;
  for (let step = 0; step < MOST_REFERENCES && isObject(schema); step++) {
    const ref = stringMember(schema, "$ref");
    const part = ref === undefined ? (solePart(schema) as Schema | undefined) : undefined;
    if (ref === undefined && part === undefined) break;
    schema = ref === undefined ? part : schemas.get(referencedKey(ref));
  }
  return schema;
}

import type transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import type { JsonObject } from "../../json/index.js";
import { ANY_OBJECT } from "./prepare/index.js";
import type { TypeNode } from "./syntax/node.js";
import { tupleType } from "./tuple.js";

/** What the transform hands on to itself. */
type TransformOptions = Parameters<typeof transformSchemaObject>[1];

/**
 * The hook by which openapi-typescript's transform asks for a type before it makes one itself: here it gets those that it
 * does not know. Undefined for any other schema.
 */
export function ownType(schema: JsonObject, options: TransformOptions): TypeNode | undefined {
  if (schema === ANY_OBJECT) return { kind: "TypeLiteral", members: [] };
  return tupleType(schema, options);
}

import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import { getOrInsert } from "../../collections/index.js";
import type { Json, JsonObject } from "../../json/index.js";
import { ANY_OBJECT } from "./prepare/index.js";
import type { TypeNode } from "./syntax/node.js";

/** The options that the transform passes on to itself. */
type TransformOptions = Parameters<typeof transformSchemaObject>[1];

/**
 * The hook that openapi-typescript's transform calls before it makes a type itself. Returns types that the transform
 * does not know, such as tuples with optional and rest elements; undefined for any other schema.
 *
 * @param schema a schema that `prepare/` made
 */
export function ownType(schema: JsonObject, options: TransformOptions): TypeNode | undefined {
  if (schema === ANY_OBJECT) return { kind: "TypeLiteral", members: [] };
  const { type, prefixItems } = schema;
  if (type !== "array" || !Array.isArray(prefixItems)) return undefined;
  return getOrInsert(tuples, schema, () => tupleType(schema, prefixItems, options));
}

/** The tuples so far. The transform asks twice for the type of a property, and so for each level of nested ones. */
const tuples = new WeakMap<JsonObject, TypeNode>();

function tupleType({ minItems = 0, items }: JsonObject, prefixItems: Json[], options: TransformOptions): TypeNode {
  const typeOf = (schema: Json | undefined): TypeNode => transformSchemaObject(schema ?? true, options);
  const elements = prefixItems.map((item, index): TypeNode => {
    const type = typeOf(item);
    return index < Number(minItems) ? type : { kind: "OptionalType", type };
  });
  if (items !== false) elements.push({ kind: "RestType", type: { kind: "ArrayType", elementType: typeOf(items) } });
  return { kind: "TupleType", elements };
}

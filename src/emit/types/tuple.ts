import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import type { Json, JsonObject } from "../../json/index.js";
import type { TypeNode } from "./syntax/node.js";

/** What the transform hands on to itself. */
type TransformOptions = Parameters<typeof transformSchemaObject>[1];

/**
 * The type of a tuple, whose optional and further elements openapi-typescript does not know. Undefined for any other
 * schema.
 *
 * @param schema as `prepare/array.ts` has it
 */
export function tupleType(schema: JsonObject, options: TransformOptions): TypeNode | undefined {
  if (schema.type !== "array" || !Array.isArray(schema.prefixItems)) return undefined;
  const known = made.get(schema);
  if (known) return known;
  const tuple = typeOfTuple(schema, schema.prefixItems, options);
  made.set(schema, tuple);
  return tuple;
}

/** The tuples so far. The transform asks twice for the type of a property, which may have others in it. */
const made = new WeakMap<JsonObject, TypeNode>();

function typeOfTuple({ minItems = 0, items }: JsonObject, prefixItems: Json[], options: TransformOptions): TypeNode {
  const elements = prefixItems.map((item, index): TypeNode => {
    const element = typeOf(item, options);
    return index < Number(minItems) ? element : { kind: "OptionalType", type: element };
  });
  if (items !== false)
    elements.push({ kind: "RestType", type: { kind: "ArrayType", elementType: typeOf(items, options) } });
  return { kind: "TupleType", elements };
}

function typeOf(schema: Json | undefined, options: TransformOptions): TypeNode {
  return transformSchemaObject(schema ?? true, options);
}

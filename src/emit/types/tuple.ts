import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import type { Json, JsonObject } from "../../spec/json.js";
import type { TypeNode } from "./syntax/node.js";

/** What the transform hands on to itself. */
type TransformOptions = Parameters<typeof transformSchemaObject>[1];

/**
 * The hook by which openapi-typescript's transform asks for a type before it makes one itself: here it gets tuples, whose
 * optional and further elements it does not know. Undefined for any other schema.
 *
 * @param schema as `prepare/array.ts` has it
 */
export function tupleType(schema: JsonObject, options: TransformOptions): TypeNode | undefined {
  const { type, prefixItems, minItems = 0, items } = schema;
  if (type !== "array" || !Array.isArray(prefixItems)) return undefined;
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

import { appendPointer, isObject, type Json, objectMember } from "../../json/index.js";
import type { NamedSchema, Schema } from "../model.js";
import type { DocumentNames } from "../names/index.js";
import type { BuildContext } from "./context.js";

/** Builds the schemas under `components.schemas`, with their settled names. A value that is not a schema allows anything. */
export function buildSchemas(context: BuildContext, names: DocumentNames["schemas"]): NamedSchema[] {
  const declared = objectMember(objectMember(context.root, "components") ?? {}, "schemas") ?? {};
  return Object.entries(declared).map(([key, value]) => {
    const schema = asSchema(value);
    const fallback = context.documentSource(appendPointer("/components/schemas", key));
    const source = isObject(value) ? context.source(value, fallback) : fallback;
    if (schema === undefined)
      context.report("B44-401", `The schema ${key} is not a valid schema; it is typed unknown.`, source);
    else context.schemaFaults.look(schema, source);
    const { name = key, requestName = key } = names.get(key) ?? {};
    return { key, name, requestName, schema: schema ?? true, source };
  });
}

/** Returns the value as a schema; undefined if it is missing, or neither an object nor a boolean. */
export function asSchema(value: Json | undefined): Schema | undefined {
  return typeof value === "boolean" || isObject(value) ? value : undefined;
}

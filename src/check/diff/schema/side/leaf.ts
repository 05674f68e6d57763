import type { SourceRef } from "../../../../ir/index.js";
import {
  appendPointer,
  arrayMember,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../../../../json/index.js";
import { annotationsOf, boundsOf, conditionsOf, requiredOf, textContentOf, typesOf, valuesOf } from "./keywords.js";
import type { Subschema, View } from "./view.js";

/** Returns the view of a schema's own keywords, without `$ref`, `allOf`, `oneOf` and `anyOf`. */
export function leafView(schema: JsonObject, source: SourceRef): View {
  const { types, isNullable } = typesOf(schema);
  const pattern = stringMember(schema, "pattern");
  return {
    source,
    named: undefined,
    types,
    isNullable,
    values: valuesOf(schema)?.filter((value) => value !== null),
    format: stringMember(schema, "format")?.trim() || undefined,
    textContent: textContentOf(schema),
    bounds: boundsOf(schema),
    patterns: pattern === undefined ? [] : [pattern],
    hasUniqueItems: member(schema, "uniqueItems") === true,
    properties: propertiesOf(schema, source),
    required: requiredOf(schema),
    additional: subschema(schema, "additionalProperties", source),
    items: subschema(schema, "items", source),
    prefixItems: arrayMember(schema, "prefixItems").map((value, index) => ({
      schema: value,
      source: below(source, "prefixItems", index),
    })),
    unions: [],
    conditions: conditionsOf(schema),
    annotations: annotationsOf(schema),
    isCircular: false,
  };
}

/** Returns the view of the schema `true`, which allows any value, or of `false`, which allows none. */
export function booleanView(isAllowed: boolean, source: SourceRef): View {
  const view = leafView({}, source);
  return isAllowed ? view : { ...view, types: new Set(), isNullable: false };
}

const NO_PROPERTIES: View["properties"] = new Map();

function propertiesOf(schema: JsonObject, source: SourceRef): View["properties"] {
  const properties = objectMember(schema, "properties");
  if (!properties) return NO_PROPERTIES;
  return new Map(
    Object.entries(properties).map(([name, value]) => [
      name,
      { schema: value, source: below(source, "properties", name) },
    ]),
  );
}

function subschema(schema: JsonObject, keyword: string, source: SourceRef): Subschema | undefined {
  const value = member(schema, keyword);
  return isSchema(value) ? { schema: value, source: below(source, keyword) } : undefined;
}

function isSchema(value: Json | undefined): value is boolean | JsonObject {
  return typeof value === "boolean" || isObject(value);
}

/** Returns a place inside another. */
export function below({ file, pointer }: SourceRef, ...tokens: (string | number)[]): SourceRef {
  return { file, pointer: appendPointer(pointer, ...tokens) };
}

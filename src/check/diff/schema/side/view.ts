import type { NamedSchema, SourceRef } from "../../../../ir/index.js";
import type { Json } from "../../../../json/index.js";
import type { Limit } from "../../kinds/index.js";

/** The direction of a value. `readOnly` properties are not part of requests, `writeOnly` ones not of responses. */
export type Direction = "request" | "response";

/** A schema inside another one, with its place in the spec. */
export interface Subschema {
  schema: Json;
  source: SourceRef;
}

/** A bound: a number, and whether that number itself is out of bounds. */
export interface Bound {
  value: number;
  isExclusive: boolean;
}

/** The numeric limits of a schema. */
export type Bounds = ReadonlyMap<Exclude<Limit, "pattern" | "unique-items">, Bound>;

/** Annotations: the description of a place, and the directions in which it is present. */
export interface Annotations {
  isReadOnly: boolean;
  isWriteOnly: boolean;
  isDeprecated: boolean;
  defaultValue: Json | undefined;
}

/** One branch of a union. */
export interface Branch {
  view: View;
  /** The key of the named schema, if the branch is a reference to one. */
  key: string | undefined;
  /** The schema as written in the union; undefined if there is no union and this stands for the schema itself. */
  schema: Json | undefined;
}

/** A `oneOf` or `anyOf` without null (OpenAPI 3.1, section 4.8.24.4). The two are not distinguished. */
export interface Union {
  branches: readonly Branch[];
  discriminator: Discriminator | undefined;
}

/** Discriminator Object (section 4.8.25): the branch that each value selects, including implicit values. */
export interface Discriminator {
  propertyName: string;
  keyByValue: ReadonlyMap<string, string>;
}

/**
 * The meaning of a schema, independent of how it is written: references are followed, `allOf` is merged, null is
 * separate from the other types, and `const` is an `enum` of one value. Equivalent schemas have equal views.
 */
export interface View {
  source: SourceRef;
  /** The named schema of this view. */
  named: NamedSchema | undefined;
  /** The types without null; undefined if any type is allowed. Does not contain `integer` if it contains `number`. */
  types: ReadonlySet<string> | undefined;
  /** True if null is allowed; undefined if the schema does not say. */
  isNullable: boolean | undefined;
  /** The values that `enum` or `const` allow, without null. */
  values: readonly Json[] | undefined;
  format: string | undefined;
  /** `contentMediaType` and `contentEncoding` as one string. */
  textContent: string | undefined;
  bounds: Bounds;
  patterns: readonly string[];
  hasUniqueItems: boolean;
  properties: ReadonlyMap<string, Subschema>;
  required: ReadonlySet<string>;
  /** `additionalProperties`; undefined if the schema does not have it. */
  additional: Subschema | undefined;
  items: Subschema | undefined;
  prefixItems: readonly Subschema[];
  unions: readonly Union[];
  /** The keywords that are compared only as text (`not`, `if`, `contains` and the like): their serialized values. */
  conditions: ReadonlyMap<string, ReadonlySet<string>>;
  annotations: Annotations;
  /** True for the placeholder of a schema inside itself, which adds no constraint. */
  isCircular: boolean;
}

/** True if a view allows any value. */
export function isAny(view: View): boolean {
  return isBare(view) && view.unions.length === 0;
}

/** True if a view has no constraints except unions and null. */
export function isBare(view: View): boolean {
  return (
    view.types === undefined &&
    view.values === undefined &&
    view.format === undefined &&
    view.properties.size === 0 &&
    view.required.size === 0 &&
    view.bounds.size === 0 &&
    view.patterns.length === 0 &&
    view.additional === undefined &&
    view.items === undefined &&
    view.prefixItems.length === 0 &&
    view.conditions.size === 0
  );
}

/** True if a view has only types and values, so that a union of such views is one as well. */
export function isPlain(view: View): boolean {
  return isAny({ ...view, types: undefined, values: undefined }) && view.textContent === undefined;
}

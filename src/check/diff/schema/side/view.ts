import type { NamedSchema, SourceRef } from "../../../../ir/index.js";
import type { Json } from "../../../../json/index.js";
import type { Limit } from "../../kinds/index.js";

/** The two ways that a value goes. `readOnly` properties are not in a request, `writeOnly` ones not in a response. */
export type Direction = "request" | "response";

/** A schema inside another, with the place where it stands. */
export interface Subschema {
  schema: Json;
  source: SourceRef;
}

/** A bound: a number, and whether that number itself is out of bounds. */
export interface Bound {
  value: number;
  isExclusive: boolean;
}

/** The numeric limits that a schema sets, where it sets any. */
export type Bounds = ReadonlyMap<Exclude<Limit, "pattern" | "unique-items">, Bound>;

/** What only describes a place, or says in which direction it is there. */
export interface Annotations {
  isReadOnly: boolean;
  isWriteOnly: boolean;
  isDeprecated: boolean;
  defaultValue: Json | undefined;
}

/** One of the choices of a union. */
export interface Branch {
  view: View;
  /** The key of the named schema, where it is a reference to one. */
  key: string | undefined;
  /** As it stands in the union; undefined where there is no union and this is the schema itself. */
  schema: Json | undefined;
}

/** `oneOf` or `anyOf` without null (OpenAPI 3.1, section 4.8.24.4), whatever the two differ in. */
export interface Union {
  branches: readonly Branch[];
  discriminator: Discriminator | undefined;
}

/** Discriminator Object (section 4.8.25): which choice each value means, the implied values among them. */
export interface Discriminator {
  propertyName: string;
  keyByValue: ReadonlyMap<string, string>;
}

/**
 * What a schema says, however it says it: references followed, `allOf` merged, null apart from the other types, `const`
 * an `enum` of one value. Two schemas that allow the same values in other words have views that compare as equal.
 */
export interface View {
  source: SourceRef;
  /** The named schema that this is the view of. */
  named: NamedSchema | undefined;
  /** The types without null; undefined where any is allowed. `integer` is not among them where `number` is. */
  types: ReadonlySet<string> | undefined;
  /** Whether null is allowed; undefined where the schema does not say. */
  isNullable: boolean | undefined;
  /** The values without null that `enum` or `const` leave. */
  values: readonly Json[] | undefined;
  format: string | undefined;
  /** `contentMediaType` and `contentEncoding`, as one text. */
  textContent: string | undefined;
  bounds: Bounds;
  patterns: readonly string[];
  hasUniqueItems: boolean;
  properties: ReadonlyMap<string, Subschema>;
  required: ReadonlySet<string>;
  /** `additionalProperties`; undefined where the schema does not say. */
  additional: Subschema | undefined;
  items: Subschema | undefined;
  prefixItems: readonly Subschema[];
  unions: readonly Union[];
  /** What is compared by its texts only: `not`, `if`, `contains` and the like, by keyword. */
  conditions: ReadonlyMap<string, ReadonlySet<string>>;
  annotations: Annotations;
  /** True for what stands in for a schema inside itself, which adds nothing to it. */
  isCircular: boolean;
}

/** True where a view sets no limit at all: the type is unknown. */
export function isAny(view: View): boolean {
  return isBare(view) && view.unions.length === 0;
}

/** True where nothing but its unions, and null, limits the values. */
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

/** True where types and values are all that a view says, so that a union of such views is one of them too. */
export function isPlain(view: View): boolean {
  return isAny({ ...view, types: undefined, values: undefined }) && view.textContent === undefined;
}

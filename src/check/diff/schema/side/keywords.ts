import { listedValues } from "../../../../ir/index.js";
import { arrayMember, isObject, type Json, type JsonObject, member, stringMember } from "../../../../json/index.js";
import { canonical, canonicalSchema } from "./canonical.js";
import type { Annotations, Bound, Bounds } from "./view.js";

/**
 * Returns the types in a schema's `type`, with null reported separately. Without `type`, the types that its other
 * keywords apply to.
 */
export function typesOf(schema: JsonObject): { types: ReadonlySet<string> | undefined; isNullable?: boolean } {
  const { type } = schema;
  const named = (Array.isArray(type) ? type : [type]).filter((item) => typeof item === "string");
  if (named.length > 0) {
    const types = named.map((item) => item.toLowerCase());
    return {
      types: withoutInteger(new Set(types.filter((item) => item !== "null"))),
      isNullable: types.includes("null"),
    };
  }
  const values = valuesOf(schema);
  if (values) {
    const types = values.filter((value) => value !== null).map(typeOfValue);
    return { types: withoutInteger(new Set(types)), isNullable: values.includes(null) };
  }
  if ("properties" in schema || "additionalProperties" in schema || "patternProperties" in schema) {
    return { types: new Set(["object"]), isNullable: false };
  }
  if ("items" in schema || "prefixItems" in schema) return { types: new Set(["array"]), isNullable: false };
  return { types: undefined };
}

/** Removes `integer` from types that include `number`. */
export function withoutInteger(types: Set<string>): ReadonlySet<string> {
  if (types.has("number")) types.delete("integer");
  return types;
}

function typeOfValue(value: Json): string {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** Returns the distinct values that `const` or `enum` allow, including null. */
export function valuesOf(schema: JsonObject): Json[] | undefined {
  const values = listedValues(schema);
  return values && [...new Map(values.map((value) => [canonical(value), value])).values()];
}

/** Returns the numeric limits of a schema, without those that have no effect (`minLength: 0`). */
export function boundsOf(schema: JsonObject): Bounds {
  const bounds = new Map<Bounds extends ReadonlyMap<infer Key, Bound> ? Key : never, Bound>();
  const maximum = bound(schema, { inclusive: "maximum", exclusive: "exclusiveMaximum", sign: 1 });
  const minimum = bound(schema, { inclusive: "minimum", exclusive: "exclusiveMinimum", sign: -1 });
  if (maximum) bounds.set("maximum", maximum);
  if (minimum) bounds.set("minimum", minimum);
  for (const [keyword, limit] of COUNTS) {
    const value = member(schema, keyword);
    if (typeof value !== "number" || (keyword.startsWith("min") && value === 0)) continue;
    bounds.set(limit, { value, isExclusive: false });
  }
  return bounds;
}

const COUNTS = [
  ["multipleOf", "multiple-of"],
  ["maxLength", "max-length"],
  ["minLength", "min-length"],
  ["maxItems", "max-items"],
  ["minItems", "min-items"],
  ["maxProperties", "max-properties"],
  ["minProperties", "min-properties"],
] as const;

/** Returns the tighter of an inclusive and an exclusive bound. `sign` is 1 for upper bounds, -1 for lower ones. */
function bound(schema: JsonObject, of: { inclusive: string; exclusive: string; sign: 1 | -1 }): Bound | undefined {
  const inclusive = member(schema, of.inclusive);
  const exclusive = member(schema, of.exclusive);
  if (typeof exclusive === "number" && !(typeof inclusive === "number" && inclusive * of.sign < exclusive * of.sign)) {
    return { value: exclusive, isExclusive: true };
  }
  return typeof inclusive === "number" ? { value: inclusive, isExclusive: false } : undefined;
}

/** The keywords that are compared as text. */
const CONDITIONS = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "minContains",
  "maxContains",
  "propertyNames",
  "patternProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
  "unevaluatedItems",
];

const NO_CONDITIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/** Returns the values of these keywords in a schema, serialized, by keyword. */
export function conditionsOf(schema: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const set = CONDITIONS.filter((keyword) => Object.hasOwn(schema, keyword));
  if (set.length === 0) return NO_CONDITIONS;
  return new Map(set.map((keyword) => [keyword, new Set([canonicalSchema({ [keyword]: schema[keyword] as Json })])]));
}

/** Returns `contentMediaType` and `contentEncoding` as one string. */
export function textContentOf(schema: JsonObject): string | undefined {
  const parts = [stringMember(schema, "contentMediaType"), stringMember(schema, "contentEncoding")];
  const present = parts.filter((part) => part !== undefined);
  return present.length > 0 ? present.join(", ") : undefined;
}

/** Returns the names under `required`. */
export function requiredOf(schema: JsonObject): ReadonlySet<string> {
  return new Set(arrayMember(schema, "required").filter((name) => typeof name === "string"));
}

/** Returns the annotations of a schema. */
export function annotationsOf(schema: Json): Annotations {
  const object = isObject(schema) ? schema : {};
  return {
    isReadOnly: member(object, "readOnly") === true,
    isWriteOnly: member(object, "writeOnly") === true,
    isDeprecated: member(object, "deprecated") === true,
    // Some specs write `default: null` for no default.
    defaultValue: member(object, "default") ?? undefined,
  };
}

/** Merges the annotations of a place with those of the schema that it references. */
export function mergedAnnotations(outer: Annotations, inner: Annotations): Annotations {
  return {
    isReadOnly: outer.isReadOnly || inner.isReadOnly,
    isWriteOnly: outer.isWriteOnly || inner.isWriteOnly,
    isDeprecated: outer.isDeprecated || inner.isDeprecated,
    defaultValue: outer.defaultValue ?? inner.defaultValue,
  };
}

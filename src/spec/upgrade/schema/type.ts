import {
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  member,
  replaceMember,
  replaceMembers,
} from "../../../json/index.js";
import { formatOfTypeName, meansAnyType, meantTypeName, type TypeName, typeOfFormat } from "../../type-names.js";

/**
 * Replaces the notations of authors under `type` by JSON Schema's types (2020-12, "Validation", section 6.1.1): other names (`int`,
 * `Object`), several in one string (`string|null`, `?string`), arrays (`string[]`, `List<Pet>`), `any`, an array of one. An unknown
 * name, such as a class, is removed if other keywords show the type, and stays otherwise. If only a format shows the type, the type of
 * the format is used, see {@link typeMeantByFormat}.
 */
export function withKnownTypes(schema: JsonObject): JsonObject {
  const type = member(schema, "type");
  const meant = typeMeantByFormat(schema);
  if (meant !== undefined) return replaceMember(schema, "type", meant);
  if (type === undefined) return schema;
  if (Array.isArray(type) && type.length === 1 && typeof type[0] === "string")
    return withKnownTypes(replaceMember(schema, "type", type[0]));
  if (typeof type !== "string" || meantTypeName(type) === type) return schema;
  const item = saysType(schema) ? undefined : itemOfList(type);
  if (item !== undefined) {
    return replaceMembers(schema, { type: "array", items: withKnownTypes({ type: item }) });
  }
  const changes: Changes = new Map();
  const names = namesIn(type);
  const known = new Set(names.flatMap((name) => meantTypeName(name) ?? []));
  if (names.some(meansAnyType)) changes.set("type", undefined);
  else if (names.every((name) => meantTypeName(name) !== undefined)) {
    const [first = type, ...others] = known;
    changes.set("type", others.length > 0 ? [first, ...others] : first);
    const format = formatOfTypeName(names[0] ?? type);
    const isOfOne = names.length === 1 || (names.length === 2 && known.has("null"));
    if (format === "binary" || (format && isOfOne && !Object.hasOwn(schema, "format"))) changes.set("format", format);
  } else if (saysType(schema)) changes.set("type", undefined);
  return replaceMembers(schema, changes);
}

/** Keywords that define the values of a schema, so that its format does not. */
const SAYING_VALUES = [
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "enum",
  "const",
  "properties",
  "additionalProperties",
  "items",
];

/** Kubernetes' format for a port by its number or its name. In its versions, the type beside it is one of these, or `object`. */
const INT_OR_STRING = "int-or-string";
const BESIDE_INT_OR_STRING = new Set<Json | undefined>([undefined, "string", "object"]);

/**
 * Returns the type that the format of a schema without a type implies; strictly, a format does not constrain values of other types
 * (JSON Schema 2020-12, "Validation", section 7.1). For Kubernetes' `int-or-string`, returns both types, whatever `type` is. Undefined
 * if the format implies none, or if another keyword defines the values.
 */
export function typeMeantByFormat(schema: JsonObject): TypeName | TypeName[] | undefined {
  const { type, format } = schema;
  if (typeof format !== "string" || (type !== undefined && format !== INT_OR_STRING)) return undefined;
  if (SAYING_VALUES.some((key) => schema[key] !== undefined)) return undefined;
  if (format !== INT_OR_STRING) return typeOfFormat(format);
  return BESIDE_INT_OR_STRING.has(type) ? ["integer", "string"] : undefined;
}

/** The maximum length of a string under `type` that is read as an array. */
const LONGEST = 100;

/**
 * Returns the item type of an array in the notation of programming languages: `X[]`, `[]X`, `[X]`, `List<X>`, `Array[X]`, `array of
 * X`.
 */
function itemOfList(type: string): string | undefined {
  if (type.length > LONGEST) return undefined;
  const found =
    /^(?:array|list|set|collection)(?:<(.+)>|\[(.+)\]|\((.+)\)| of (.+))$/i.exec(type) ??
    /^(?:\[\](.+)|\[(.+)\]|([^|]+)\[\])$/.exec(type);
  return found
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim();
}

/** Splits `string|null`, and the `?string` and `string?` of programming languages, into type names. */
function namesIn(type: string): string[] {
  const bare = type.replace(/^\?|\?$/, "");
  const names = bare.split("|").map((name) => name.trim());
  return bare === type ? names : [...names, "null"];
}

/** True if `properties` or `items` show the type of a schema. */
function saysType(schema: JsonObject): boolean {
  return isObject(schema.properties) || schema.items !== undefined;
}

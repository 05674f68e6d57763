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
 * A schema with JSON Schema's types (2020-12, "Validation", section 6.1.1) for what its author writes instead: other names (`int`,
 * `Object`), several in one string (`string|null`, `?string`), arrays (`string[]`, `List<Pet>`), `any`, a list of one. An unknown
 * name, such as a class's, is left out where other keywords say what the type is, and stays otherwise. Without a type, and with
 * nothing but a format that says what values are, it is the format's; so it is where the format says more than the type.
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

/** Keywords that say themselves what the values of a schema are, which has a format besides. */
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

/** Kubernetes' format of a port by its number or its name. Its versions write the type of one of both beside it, or of an object. */
const INT_OR_STRING = "int-or-string";
const BESIDE_INT_OR_STRING = new Set<Json | undefined>([undefined, "string", "object"]);

/**
 * The type that a format means in a schema without one (JSON Schema 2020-12, "Validation", section 7.1); strictly a format says
 * nothing of values of other types. Of Kubernetes' `int-or-string`, both of its types, whatever type is there. Undefined where it
 * means none, or another keyword says what values are.
 */
export function typeMeantByFormat(schema: JsonObject): TypeName | TypeName[] | undefined {
  const { type, format } = schema;
  if (typeof format !== "string" || (type !== undefined && format !== INT_OR_STRING)) return undefined;
  if (SAYING_VALUES.some((key) => schema[key] !== undefined)) return undefined;
  if (format !== INT_OR_STRING) return typeOfFormat(format);
  return BESIDE_INT_OR_STRING.has(type) ? ["integer", "string"] : undefined;
}

/** The longest type that is read as a list. */
const LONGEST = 100;

/** What a list is of, as programming languages write it: `X[]`, `[]X`, `[X]`, `List<X>`, `Array[X]`, `array of X`. */
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

/** `string|null`, and the `?string` and `string?` of programming languages. */
function namesIn(type: string): string[] {
  const bare = type.replace(/^\?|\?$/, "");
  const names = bare.split("|").map((name) => name.trim());
  return bare === type ? names : [...names, "null"];
}

/** True where the schema says by other keywords than `type` what its values are. */
function saysType(schema: JsonObject): boolean {
  return isObject(schema.properties) || schema.items !== undefined;
}

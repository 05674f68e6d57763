import {
  arrayMember,
  type Changes,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  pickMembers,
  replaceMember,
  replaceMembers,
  stringMember,
} from "../../../json/index.js";
import { choicesOf, composition, declaredTypes, isAnnotation } from "../../schema-keywords.js";

/**
 * Replaces `nullable` (OpenAPI 3.0, "Schema Object") and `x-nullable` (a common extension of Swagger 2.0) by JSON Schema 2020-12:
 * "null" in `type`, or, if the schema has a `$ref` or composition, an `anyOf` with `type: "null"`. Generators also mean that by `type:
 * "null"` beside these keywords, which strictly allows only null, or nothing.
 */
export function upgradeNullable(schema: JsonObject): JsonObject {
  const nullable = member(schema, "nullable");
  const extension = member(schema, "x-nullable");
  const isNull = isNullType(member(schema, "type")) && takesOthersIn(schema);
  if (nullable === undefined && extension === undefined && !isNull)
    return isNullable(schema) ? withNullValue(schema) : withListedNull(schema);
  const plain = replaceMembers(schema, {
    nullable: undefined,
    "x-nullable": undefined,
    ...(isNull ? { type: undefined } : {}),
  });
  if (nullable !== true && extension !== true && !isNull) return plain;
  if (!takesOthersIn(plain)) return withNullType(plain);
  return hasNullBranch(plain) ? plain : withNullBranch(plain);
}

/**
 * Replaces alternatives that have only `nullable: true` by null: strictly they allow anything, but authors mean null. They also mean
 * it by `type: object` with `nullable: true` beside references: `nullable` has no effect without a type (OpenAPI 3.0.3, "Schema
 * Object"), so Microsoft's generators add one.
 *
 * @param upgraded the schema with its subschemas upgraded
 * @param written the schema with its subschemas as written
 */
export function withNullChoices(upgraded: JsonObject, written: JsonObject): JsonObject {
  return withNullChoice(withNullChoice(upgraded, written, "anyOf"), written, "oneOf");
}

function withNullChoice(upgraded: JsonObject, written: JsonObject, keyword: "anyOf" | "oneOf"): JsonObject {
  const choices = arrayMember(written, keyword);
  const isNull = choices.length < 2 ? [] : choices.map((choice) => isNullChoice(choice, choices));
  if (!isNull.includes(true)) return upgraded;
  const changed = arrayMember(upgraded, keyword).map((choice, index) => (isNull[index] ? { type: "null" } : choice));
  return replaceMember(upgraded, keyword, changed);
}

/**
 * Makes a schema nullable if a part of its `allOf` has only `nullable: true`, which strictly adds nothing, or only `type: "null"`,
 * which strictly allows no value. The parameters are those of {@link withNullChoices}.
 */
export function withNullablePart(upgraded: JsonObject, written: JsonObject): JsonObject {
  const parts = arrayMember(written, "allOf");
  if (parts.length < 2 || member(written, "nullable") !== undefined) return upgraded;
  if (!parts.some((part) => isBareNull(part) || isBareNullable(part))) return upgraded;
  const others = arrayMember(upgraded, "allOf").filter((_, index) => !isBareNull(parts[index] as Json));
  if (others.length === 0) return upgraded;
  return replaceMembers(upgraded, { allOf: others, nullable: true });
}

/** True for an alternative that means null, see {@link withNullChoices}. */
function isNullChoice(choice: Json, choices: readonly Json[]): boolean {
  if (isBareNullable(choice)) return true;
  if (!isBareNullable(choice, "type") || !isObject(choice) || choice.type !== "object") return false;
  return choices.every((other) => other === choice || (isObject(other) && stringMember(other, "$ref") !== undefined));
}

/** True for a schema with only `nullable: true` and annotations. @param beside a keyword that it may have, too */
function isBareNullable(schema: Json, beside?: string): boolean {
  return isObject(schema) && member(schema, "nullable") === true && saysNothingBut(["nullable", beside], schema);
}

function isBareNull(schema: Json): boolean {
  return isObject(schema) && isNullType(member(schema, "type")) && saysNothingBut(["type"], schema);
}

function saysNothingBut(keywords: readonly (string | undefined)[], schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => keywords.includes(key) || isAnnotation(key));
}

/** Moves an `x-nullable` into the schema. Some generators of Swagger 2.0 write it beside the schema. */
export function withNullableOf(holder: JsonObject, schema: JsonObject): JsonObject {
  return member(holder, "x-nullable") === true ? { ...schema, "x-nullable": true } : schema;
}

/** True for a `type` that allows only null. */
export function isNullType(type: Json | undefined): boolean {
  return type === "null" || (Array.isArray(type) && type.length > 0 && type.every((one) => one === "null"));
}

/** True for a `type` that lists null and other types. */
export function isNullable(schema: JsonObject): boolean {
  const type = member(schema, "type");
  return Array.isArray(type) && type.some((one) => one === "null" || one === null) && !isNullType(type);
}

/** True for a schema with a `$ref` or composition. */
function takesOthersIn(schema: JsonObject): boolean {
  return stringMember(schema, "$ref") !== undefined || composition(schema).length > 0;
}

/** True if null is an alternative already, and the schema has no other constraints. */
function hasNullBranch(schema: JsonObject): boolean {
  const isNull = (branch: Json) => isObject(branch) && member(branch, "type") === "null";
  const limits = Object.keys(schema).filter((key) => !isAnnotation(key) && key !== "discriminator");
  return limits.length === 1 && choicesOf(schema).some(isNull);
}

/** Adds null as an alternative. Annotations stay outside, where readers of a property look for them. */
function withNullBranch(schema: JsonObject): JsonObject {
  const outside = pickMembers(schema, isAnnotation);
  const inside = pickMembers(schema, (key) => !isAnnotation(key));
  outside.anyOf = [inside, { type: "null" }];
  return outside;
}

function withNullType(schema: JsonObject): JsonObject {
  const changes: Changes = new Map();
  const type = member(schema, "type") ?? impliedType(schema);
  if (typeof type === "string" && type !== "null") changes.set("type", [type, "null"]);
  else if (Array.isArray(type) && !type.includes("null")) changes.set("type", [...type, "null"]);
  return withNullValue(replaceMembers(schema, changes));
}

/**
 * Adds null to the values of a schema whose type allows null. Strictly, `enum` and `const` exclude what they do not list, but authors
 * who name null in the type mean it (JSON Schema Validation 2020-12, sections 6.1.2 and 6.1.3).
 */
function withNullValue(schema: JsonObject): JsonObject {
  const only = member(schema, "const");
  if (only === null) return schema;
  const values = only === undefined ? member(schema, "enum") : [only];
  if (!Array.isArray(values) || values.length === 0 || values.includes(null)) return schema;
  return replaceMembers(schema, { enum: [...values, null], const: undefined });
}

/**
 * Adds null to the type of a schema that lists it among its values. Strictly, `type` excludes it (JSON Schema Validation 2020-12,
 * section 6.1.1), but authors who list null mean it. The values of an array's `enum` are for its items.
 */
function withListedNull(schema: JsonObject): JsonObject {
  if (!arrayMember(schema, "enum").includes(null)) return schema;
  const types = declaredTypes(schema);
  return types.length === 0 || types.includes("array") ? schema : withNullType(schema);
}

/** Returns the type that other keywords imply. Many authors omit the type, and `nullable` has no effect without one. */
function impliedType(schema: JsonObject): Json | undefined {
  if (objectMember(schema, "properties") || objectMember(schema, "additionalProperties")) return "object";
  return objectMember(schema, "items") ? "array" : undefined;
}

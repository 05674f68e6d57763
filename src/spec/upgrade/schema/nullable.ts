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
 * Replaces `nullable` (OpenAPI 3.0, "Schema Object") and `x-nullable` (Swagger 2.0 by custom) by JSON Schema 2020-12: "null" in
 * `type`, or, where other schemas take part, an `anyOf` with `type: "null"`. Generators also mean that by `type: "null"` beside
 * other schemas, which strictly leaves null alone, or nothing.
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
 * A choice with a member that says only `nullable: true`: strictly it allows anything, but its authors mean null. So they do by
 * `type: object` with `nullable: true` beside references: `nullable` alone says nothing (OpenAPI 3.0.3, "Schema Object"), so
 * Microsoft's generators write a type beside it. @param upgraded the schema with its subschemas upgraded @param written as before
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
 * An `allOf` with a part that says only `nullable: true`, which strictly adds nothing, or only `type: "null"`, which leaves nothing:
 * its authors mean that the whole may be null. Parameters as of {@link withNullChoices}.
 */
export function withNullablePart(upgraded: JsonObject, written: JsonObject): JsonObject {
  const parts = arrayMember(written, "allOf");
  if (parts.length < 2 || member(written, "nullable") !== undefined) return upgraded;
  if (!parts.some((part) => isBareNull(part) || isBareNullable(part))) return upgraded;
  const others = arrayMember(upgraded, "allOf").filter((_, index) => !isBareNull(parts[index] as Json));
  if (others.length === 0) return upgraded;
  return replaceMembers(upgraded, { allOf: others, nullable: true });
}

/** True for a choice that stands for null, as {@link withNullChoices} says it. */
function isNullChoice(choice: Json, choices: readonly Json[]): boolean {
  if (isBareNullable(choice)) return true;
  if (!isBareNullable(choice, "type") || !isObject(choice) || choice.type !== "object") return false;
  return choices.every((other) => other === choice || (isObject(other) && stringMember(other, "$ref") !== undefined));
}

/** @param beside a keyword that it may say as well */
function isBareNullable(schema: Json, beside?: string): boolean {
  return isObject(schema) && member(schema, "nullable") === true && saysNothingBut(["nullable", beside], schema);
}

function isBareNull(schema: Json): boolean {
  return isObject(schema) && isNullType(member(schema, "type")) && saysNothingBut(["type"], schema);
}

function saysNothingBut(keywords: readonly (string | undefined)[], schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => keywords.includes(key) || isAnnotation(key));
}

/** The schema with the `x-nullable` that some generators of Swagger 2.0 write beside it instead of into it. */
export function withNullableOf(holder: JsonObject, schema: JsonObject): JsonObject {
  return member(holder, "x-nullable") === true ? { ...schema, "x-nullable": true } : schema;
}

/** True for a `type` that allows null and nothing else. */
export function isNullType(type: Json | undefined): boolean {
  return type === "null" || (Array.isArray(type) && type.length > 0 && type.every((one) => one === "null"));
}

/** True for a `type` that lists null and others. */
export function isNullable(schema: JsonObject): boolean {
  const type = member(schema, "type");
  return Array.isArray(type) && type.some((one) => one === "null" || one === null) && !isNullType(type);
}

/** True where other schemas take part, by `$ref` or composition. */
function takesOthersIn(schema: JsonObject): boolean {
  return stringMember(schema, "$ref") !== undefined || composition(schema).length > 0;
}

/** True where null is among the choices already, and nothing else of the schema speaks against it. */
function hasNullBranch(schema: JsonObject): boolean {
  const isNull = (branch: Json) => isObject(branch) && member(branch, "type") === "null";
  const limits = Object.keys(schema).filter((key) => !isAnnotation(key) && key !== "discriminator");
  return limits.length === 1 && choicesOf(schema).some(isNull);
}

/** What describes the place stays outside, where a reader of the property looks for it. */
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
 * Adds null to the values of a schema that may be null. Strictly `enum` and `const` exclude what they do not list, but who names null
 * in the type means it (JSON Schema Validation 2020-12, sections 6.1.2 and 6.1.3).
 */
function withNullValue(schema: JsonObject): JsonObject {
  const only = member(schema, "const");
  if (only === null) return schema;
  const values = only === undefined ? member(schema, "enum") : [only];
  if (!Array.isArray(values) || values.length === 0 || values.includes(null)) return schema;
  return replaceMembers(schema, { enum: [...values, null], const: undefined });
}

/**
 * Adds null to the type of a schema that lists it among its values. Strictly `type` excludes it (JSON Schema Validation 2020-12,
 * section 6.1.1), but who lists null means it. What an array lists is of its items.
 */
function withListedNull(schema: JsonObject): JsonObject {
  if (!arrayMember(schema, "enum").includes(null)) return schema;
  const types = declaredTypes(schema);
  return types.length === 0 || types.includes("array") ? schema : withNullType(schema);
}

/** Many leave out a type that seems plain to them. Without this, nothing of `nullable` would be left. */
function impliedType(schema: JsonObject): Json | undefined {
  if (objectMember(schema, "properties") || objectMember(schema, "additionalProperties")) return "object";
  return objectMember(schema, "items") ? "array" : undefined;
}

import { isObject, type Json, type JsonObject, member, replaceMember, replaceMembers } from "../../../json/index.js";
import { declaredTypes } from "../../schema-keywords.js";

/** The maximum depth of nested arrays that values are moved through. */
const DEEPEST = 10;

/**
 * Moves the `enum` of an array to its items if it lists no arrays: strictly, no value is valid (JSON Schema Validation 2020-12,
 * section 6.1.2), and the author means the items. If `items` lists values itself, the outer `enum` is removed. A null is not moved if
 * the array may be null by its `type`. Returns any other schema unchanged.
 */
export function withValuesOfItems(schema: JsonObject, depth = 0): JsonObject {
  const values = member(schema, "enum");
  if (!Array.isArray(values) || Object.hasOwn(schema, "prefixItems") || depth > DEEPEST) return schema;
  const types = declaredTypes(schema);
  if (!types.includes("array") || !types.every((type) => type === "array" || type === "null")) return schema;
  if (values.every((value) => value === null) || values.some(Array.isArray)) return schema;
  const items = member(schema, "items") ?? true;
  if (items === false) return schema;
  const ofItems = isObject(items) ? items : {};
  if (["enum", "const"].some((key) => Object.hasOwn(ofItems, key))) return replaceMember(schema, "enum", undefined);
  const listed =
    types.includes("null") && !declaredTypes(ofItems).includes("null") ? values.filter(isSomething) : values;
  const changed = withValuesOfItems(replaceMember(ofItems, "enum", listed), depth + 1);
  return replaceMembers(schema, { enum: undefined, items: changed });
}

function isSomething(value: Json): boolean {
  return value !== null;
}

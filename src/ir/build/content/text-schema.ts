import { memoized } from "../../../collections/index.js";
import { arrayMember, type Json, type JsonObject } from "../../../json/index.js";
import { declaredTypes } from "../../../spec/schema-keywords.js";
import { listedValues } from "../../listed-values.js";
import type { Schema } from "../../model.js";
import type { BuildContext } from "../context.js";

/** The maximum depth to which composed schemas are followed. */
const DEEPEST = 50;

/** True for a schema that allows only strings, or strings and null. */
export function isText(context: BuildContext, whole: Schema | undefined): boolean {
  const known = new Map<JsonObject, boolean>();
  const isTextIn = (schema: Json | undefined, depth: number): boolean => {
    const object = context.dereference(schema);
    if (!object || depth > DEEPEST) return false;
    const isPartText = (part: Json) => isTextIn(part, depth + 1);
    return memoized(known, object, { meanwhile: false, find: () => isOfTexts(object, isPartText) });
  };
  return isTextIn(whole, 0);
}

/** @param isPartText whether a part of a composed schema allows only strings */
function isOfTexts(object: JsonObject, isPartText: (part: Json) => boolean): boolean {
  const types = declaredTypes(object);
  if (types.length > 0) return types.includes("string") && types.every((item) => item === "string" || item === "null");
  if (textValues(object)) return true;
  const parts = (keyword: string) => arrayMember(object, keyword);
  const isUnionText = [parts("oneOf"), parts("anyOf")].some((list) => list.length > 0 && list.every(isPartText));
  return isUnionText || parts("allOf").some(isPartText);
}

/** Returns the strings that a schema lists as its only values; undefined if it lists none, or other values. */
export function textValues(schema: JsonObject | undefined): string[] | undefined {
  const values = schema && listedValues(schema);
  return values?.every((value) => typeof value === "string") ? values : undefined;
}

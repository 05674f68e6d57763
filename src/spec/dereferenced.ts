import { decodedText, isObject, type Json, type JsonObject, resolvePointer, stringMember } from "../json/index.js";
import { solePart } from "./schema-keywords.js";

/** More references and sole parts, each leading to the next, are taken for a circle. */
const LONGEST = 1000;

/**
 * The object behind a Reference Object (OpenAPI 3.1, section 4.8.23), or the object itself; undefined where there is none, or where
 * references form a circle.
 *
 * @param target gives what a `$ref` leads to
 * @param soleParts whether a schema that consists of one other stands for that one
 */
export function dereferenced(
  value: Json | undefined,
  target: (ref: string) => Json | undefined,
  { soleParts = false } = {},
): JsonObject | undefined {
  let object = value;
  for (let step = 0; isObject(object) && step < LONGEST; step++) {
    const ref = stringMember(object, "$ref");
    const part = ref === undefined && soleParts ? solePart(object) : undefined;
    if (ref === undefined && !isObject(part)) return object;
    object = ref === undefined ? part : target(ref);
  }
  return undefined;
}

/** The JSON pointer of a `$ref` in a bundled document, which leads to a component of that document. */
export function bundledPointer(ref: string): string {
  return decodedText(ref.startsWith("#") ? ref.slice(1) : ref);
}

/** What a `$ref` in a bundled document leads to. */
export function bundledTarget(root: JsonObject, ref: string): Json | undefined {
  return resolvePointer(root, bundledPointer(ref));
}

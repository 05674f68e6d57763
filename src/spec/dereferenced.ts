import { decodedText, isObject, type Json, type JsonObject, resolvePointer, stringMember } from "../json/index.js";
import { solePart } from "./schema-keywords.js";

/** A longer chain of references and sole parts counts as circular. */
const LONGEST = 1000;

/**
 * Follows a Reference Object (OpenAPI 3.1, section 4.8.23) to its end. Returns any other object as it is, and undefined if there is
 * no object at the end, or if the references are circular.
 *
 * @param target returns what a `$ref` points to
 * @param soleParts whether to follow a schema that consists of one other schema, too (see {@link solePart})
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

/** What a `$ref` in a bundled document points to. */
export function bundledTarget(root: JsonObject, ref: string): Json | undefined {
  return resolvePointer(root, bundledPointer(ref));
}

import { type Json, type JsonObject, member } from "../../json/index.js";
import { shown } from "./values.js";

/**
 * True for an object that is to be a reference (OpenAPI 3.2.0, section 4.23) and whose `$ref` is not a string. Null beside
 * other members is nothing: many programs write it for what they have not got.
 */
export function isMissingReference(object: JsonObject): boolean {
  const ref = member(object, "$ref");
  if (ref === undefined || typeof ref === "string") return false;
  return ref !== null || Object.keys(object).every((key) => object[key] === null || key === "description");
}

/** What is wrong with the `$ref` of such an object, to complete a sentence. */
export function missingReferenceWords(object: JsonObject): string {
  return `is ${shown(member(object, "$ref") as Json)}, but must be a string`;
}

/** What to do about it: without quotes, the rest of a YAML line is a comment. */
export const MISSING_REFERENCE_HELP =
  'Write the reference as a string. In YAML, quote it, because # starts a comment: $ref: "#/components/…".';

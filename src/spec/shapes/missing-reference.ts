import { type Json, type JsonObject, member } from "../../json/index.js";
import { shown } from "./values.js";

/**
 * True for an object with a `$ref` that is not a string (OpenAPI 3.2.0, section 4.23). Null beside other members counts as absent, because
 * many programs write it so.
 */
export function isMissingReference(object: JsonObject): boolean {
  const ref = member(object, "$ref");
  if (ref === undefined || typeof ref === "string") return false;
  return ref !== null || Object.keys(object).every((key) => object[key] === null || key === "description");
}

/** The fault of the `$ref` of such an object, to complete a sentence. */
export function missingReferenceWords(object: JsonObject): string {
  return `is ${shown(member(object, "$ref") as Json)}, but must be a string`;
}

/** The help for such an object. In YAML, a reference without quotes is a comment. */
export const MISSING_REFERENCE_HELP =
  'Write the reference as a string. In YAML, quote it, because # starts a comment: $ref: "#/components/…".';

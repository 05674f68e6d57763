import { isObject, type Json, type JsonObject, setMember } from "../json/index.js";
import { numberedValues, readingOfItems } from "./meant-lists.js";
import { type ShapeFault, shown } from "./shapes/index.js";

/**
 * The requirements in a `security`, which are alternatives (OpenAPI 3.2.0, section 4.30); undefined if it is missing or null. A value
 * that is not an array of objects never means "no credentials needed": a string is read as the name of a scheme, an object as one
 * requirement (or as an array, if its keys are numbers), and anything else as an undeclared scheme. An empty array in the place of an
 * object is an empty object: PHP writes it so.
 */
export function securityAlternatives(security: Json | undefined): JsonObject[] | undefined {
  if (security === undefined || security === null) return undefined;
  const list = isObject(security) ? numberedValues(security) : security;
  if (!Array.isArray(list)) return [isFull(security) ? security : requirementOfScheme(security)];
  return list.every(isObject) ? list : list.map(requirementOf);
}

function requirementOf(item: Json): JsonObject {
  if (isEmptyList(item)) return {};
  return isObject(item) ? item : requirementOfScheme(item);
}

/** The requirement of one scheme, whose name is what is written. */
function requirementOfScheme(written: Json): JsonObject {
  const requirement: JsonObject = {};
  setMember(requirement, typeof written === "string" ? written : shown(written), []);
  return requirement;
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isFull(value: Json): value is JsonObject {
  return isObject(value) && Object.keys(value).length > 0;
}

/**
 * The faults of a `security` that is not an array of objects (B44-113).
 * @param tokens the path to it from its holder
 */
export function securityFaults(security: Json | undefined, tokens: readonly string[]): ShapeFault[] {
  if (security === undefined || security === null) return [];
  if (!Array.isArray(security)) return [securityFault("`security`", "an array of objects", security, tokens)];
  return [...security.entries()]
    .filter(([, item]) => !isObject(item))
    .map(([index, item]) => securityFault("a security requirement", "an object", item, [...tokens, index]));
}

function securityFault(what: string, wanted: string, value: Json, tokens: readonly (string | number)[]): ShapeFault {
  return {
    code: "B44-113",
    problem: `${what} is ${shown(value)}, but must be ${wanted}; ${readingOf(value)}`,
    tokens,
    help: "Write an array of objects, security: [{ NAME: [] }]; an empty array means that calls need no credentials.",
  };
}

function readingOf(value: Json): string {
  if (typeof value === "string") return "it is read as the name of a security scheme";
  if (isFull(value)) return numberedValues(value) ? readingOfItems(value) : "it is read as one requirement";
  if (isEmptyList(value)) return "it is read as an empty object, so calls need no credentials";
  return "b44-gen cannot tell how to authorise a call";
}

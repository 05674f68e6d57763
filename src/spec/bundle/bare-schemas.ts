import type { JsonObject } from "../../json/index.js";
import { parameterPlace } from "../parameter-place.js";
import { COMPOSITION } from "../schema-keywords.js";
import type { ShapeFault } from "../shapes/index.js";
import { OBJECT_RULES, type ObjectKind } from "./object-kinds.js";

const IN_CONTENT = "Move it to `content`, as the `schema` of a media type; in Swagger 2.0, to `schema`.";

/** The kinds of object that authors write a schema in the place of, in words. */
const HOLDERS: Partial<Record<ObjectKind, { words: string; owner: string; help: string }>> = {
  requestBody: { words: "a request body", owner: "the body's", help: IN_CONTENT },
  response: { words: "a response", owner: "the response's", help: IN_CONTENT },
  parameter: { words: "a parameter", owner: "the parameter's", help: "Move it to `schema`." },
  mediaType: { words: "a media type object", owner: "the media type's", help: "Move it to `schema`." },
};

/** Members that are the holder's own, and no keywords of a schema. */
const OWN = new Set(["description", "example", "x-nullable"]);

const KEYWORDS = ["type", "properties", "items", ...COMPOSITION, "enum"];

/**
 * True for an object, or a reference to one, in whose place a schema is read as the one that it holds. A parameter has a
 * place too, which no schema says.
 */
export function holdsSchema(kind: ObjectKind, object: JsonObject): boolean {
  return Object.hasOwn(HOLDERS, kind) && (kind !== "parameter" || parameterPlace(object) !== undefined);
}

/** True for a schema in the place of an object that is to hold one. The keywords of one in a parameter are Swagger 2.0's own. */
export function isBareSchema(kind: ObjectKind, object: JsonObject): boolean {
  if (kind === "parameter" || !holdsSchema(kind, object)) return false;
  if (["schema", "itemSchema", "content"].some((key) => Object.hasOwn(object, key))) return false;
  return KEYWORDS.some((key) => Object.hasOwn(object, key));
}

/** What is said of one (B44-113). */
export function bareSchemaFault(kind: ObjectKind): ShapeFault {
  const { words, owner, help } = HOLDERS[kind]!;
  const problem = `a schema is in the place of ${words}; it is read as ${owner} schema`;
  return { code: "B44-113", problem, tokens: [], help };
}

/** True for a member of a schema in the place of a holder that is the holder's own: only a schema requires names. */
export function isOwnMember(kind: ObjectKind, [key, value]: [key: string, value: unknown]): boolean {
  if (kind === "parameter") return key !== "$ref";
  return OWN.has(key) || OBJECT_RULES[kind].has(key) || (key === "required" && !Array.isArray(value));
}

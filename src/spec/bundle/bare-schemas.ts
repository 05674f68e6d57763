import type { JsonObject } from "../../json/index.js";
import { parameterPlace } from "../parameter-place.js";
import { COMPOSITION } from "../schema-keywords.js";
import type { ShapeFault } from "../shapes/index.js";
import { OBJECT_RULES, type ObjectKind } from "./object-kinds.js";

const IN_CONTENT = "Move it to `content`, as the `schema` of a media type; in Swagger 2.0, to `schema`.";

/** The kinds of objects that authors replace by a bare schema, with words for messages. */
const HOLDERS: Partial<Record<ObjectKind, { words: string; owner: string; help: string }>> = {
  requestBody: { words: "a request body", owner: "the body's", help: IN_CONTENT },
  response: { words: "a response", owner: "the response's", help: IN_CONTENT },
  parameter: { words: "a parameter", owner: "the parameter's", help: "Move it to `schema`." },
  mediaType: { words: "a media type object", owner: "the media type's", help: "Move it to `schema`." },
};

/** Members that belong to the holder, not to the schema. */
const OWN = new Set(["description", "example", "x-nullable"]);

const KEYWORDS = ["type", "properties", "items", ...COMPOSITION, "enum"];

/**
 * True for an object, or a reference to one, in the place of which a bare schema may be. A parameter must have a valid `in`, which no
 * schema has.
 */
export function holdsSchema(kind: ObjectKind, object: JsonObject): boolean {
  return Object.hasOwn(HOLDERS, kind) && (kind !== "parameter" || parameterPlace(object) !== undefined);
}

/** True for a bare schema in the place of an object with a schema. Not for parameters, where Swagger 2.0 has its keywords. */
export function isBareSchema(kind: ObjectKind, object: JsonObject): boolean {
  if (kind === "parameter" || !holdsSchema(kind, object)) return false;
  if (["schema", "itemSchema", "content"].some((key) => Object.hasOwn(object, key))) return false;
  return KEYWORDS.some((key) => Object.hasOwn(object, key));
}

/** Returns the fault of a bare schema (B44-113). */
export function bareSchemaFault(kind: ObjectKind): ShapeFault {
  const { words, owner, help } = HOLDERS[kind]!;
  const problem = `a schema is in the place of ${words}; it is read as ${owner} schema`;
  return { code: "B44-113", problem, tokens: [], help };
}

/** True for a member of a bare schema that belongs to the holder. A `required` with names belongs to the schema. */
export function isOwnMember(kind: ObjectKind, [key, value]: [key: string, value: unknown]): boolean {
  if (kind === "parameter") return key !== "$ref";
  return OWN.has(key) || OBJECT_RULES[kind].has(key) || (key === "required" && !Array.isArray(value));
}

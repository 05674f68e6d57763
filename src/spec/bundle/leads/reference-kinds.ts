import { fragmentToken, isObject, type JsonObject, member, pointerTokens, stringMember } from "../../../json/index.js";
import type { ReferenceTarget } from "../../references/index.js";
import { looksLikeSchema } from "../../schema-keywords.js";
import { holdsSchema } from "../bare-schemas.js";
import { type ObjectKind, sectionKind } from "../object-kinds.js";

/** The kinds whose references have to lead to an object of the same, as messages name them. */
const WORDS: Partial<Record<ObjectKind, string>> = {
  parameter: "a parameter",
  requestBody: "a request body",
  response: "a response",
  mediaType: "a media type object",
  schema: "a schema",
};

/**
 * What a reference of a kind has to lead to, in words, where it leads to something else. What an object is, it shows itself
 * (authors keep parameters among schemas), or else the section of the document that it is in.
 */
export function wantedInstead(kind: ObjectKind, target: ReferenceTarget): string | undefined {
  const words = WORDS[kind];
  return words === undefined || isOfKind(kind, target) ? undefined : words;
}

/** True for a schema that a reference leads to which is to lead to an object that holds one. */
export function isSchemaInstead(kind: ObjectKind, reference: JsonObject, { value }: ReferenceTarget): boolean {
  return holdsSchema(kind, reference) && isObject(value) && looksLikeSchema(value) && !isParameter(value);
}

/**
 * Where an object that is to be a schema holds the one that is meant, such as a response, from it as part of a pointer in a URI's
 * fragment. Undefined for one that holds none, or several.
 */
export function pointerToSchema({ value }: ReferenceTarget): string | undefined {
  if (!isObject(value)) return undefined;
  if (isObject(member(value, "schema"))) return "/schema";
  const content = member(value, "content");
  const [mediaType, ...others] = isObject(content) ? Object.entries(content) : [];
  if (!mediaType || others.length > 0 || !isObject(mediaType[1])) return undefined;
  return isObject(member(mediaType[1], "schema")) ? `/content/${fragmentToken(mediaType[0])}/schema` : undefined;
}

function isOfKind(kind: ObjectKind, { value, pointer }: ReferenceTarget): boolean {
  const section = sectionKind(pointerTokens(pointer));
  // What stands in the right section under a name is to be one, whatever it is: that is told of there.
  if (section === kind && kind === "schema") return true;
  if (!isObject(value)) return kind === "schema" && typeof value === "boolean";
  if (section === kind) return kind === "parameter" || !isParameter(value);
  switch (kind) {
    case "schema":
      return (section === undefined && !isOpenApiDocument(value)) || looksLikeSchema(value);
    case "parameter":
      return isParameter(value) || (section === undefined && !looksLikeSchema(value));
    default:
      return !isParameter(value) && (hasSchema(value) || !looksLikeSchema(value));
  }
}

/** A whole document, where a reference lacks the pointer into it (OpenAPI 3.2.0, section 4.1). */
function isOpenApiDocument(object: JsonObject): boolean {
  return (
    ["openapi", "swagger"].some((key) => typeof member(object, key) === "string") && isObject(member(object, "info"))
  );
}

function isParameter(object: JsonObject): boolean {
  return stringMember(object, "in") !== undefined && stringMember(object, "name") !== undefined;
}

function hasSchema(object: JsonObject): boolean {
  return ["content", "schema"].some((key) => isObject(member(object, key)));
}

import { fragmentToken, isObject, type JsonObject, member, pointerTokens, stringMember } from "../../../json/index.js";
import type { ReferenceTarget } from "../../references/index.js";
import { looksLikeSchema } from "../../schema-keywords.js";
import { holdsSchema } from "../bare-schemas.js";
import { type ObjectKind, sectionKind } from "../object-kinds.js";

/** The kinds whose references must point to an object of the same kind, with their names for messages. */
const WORDS: Partial<Record<ObjectKind, string>> = {
  parameter: "a parameter",
  requestBody: "a request body",
  response: "a response",
  mediaType: "a media type object",
  schema: "a schema",
};

/**
 * Describes what the target of a reference should be, if it is something else; undefined otherwise. The members of an object show
 * its kind (authors keep parameters among schemas), or else the section of the document that it is in.
 */
export function wantedInstead(kind: ObjectKind, target: ReferenceTarget): string | undefined {
  const words = WORDS[kind];
  return words === undefined || isOfKind(kind, target) ? undefined : words;
}

/** True if the target is a schema, and should be an object with a schema. */
export function isSchemaInstead(kind: ObjectKind, reference: JsonObject, { value }: ReferenceTarget): boolean {
  return holdsSchema(kind, reference) && isObject(value) && looksLikeSchema(value) && !isParameter(value);
}

/**
 * Returns the pointer from an object in the place of a schema, such as a response, to the schema in it, encoded for the fragment of
 * a URI. Undefined if the object has no schema, or several.
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
  // In this section it should be a schema, whatever it is: it is reported there.
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

/** True for a whole OpenAPI document (OpenAPI 3.2.0, section 4.1): the reference lacks a pointer. */
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

import {
  type Changes,
  isObject,
  type JsonObject,
  mapMembers,
  member,
  objectMember,
  replaceMember,
  replaceMembers,
  setMember,
  stringMember,
} from "../../json/index.js";
import type { UpgradeContext } from "./context.js";
import { mapContent, mapHeaders } from "./media-type-object.js";
import {
  answerMediaTypes,
  type DeclaredMediaTypes,
  declaredMediaTypes,
  fileMediaTypes,
  isOfFile,
} from "./media-types.js";
import { upgradeSchema, withNullableOf } from "./schema/index.js";

/** Upgrades a Responses Object: Response Objects by status (OpenAPI 3.1, "Responses Object"). */
export function upgradeResponses(
  responses: JsonObject,
  produces: DeclaredMediaTypes,
  context: UpgradeContext,
): JsonObject {
  return mapMembers(responses, (response, status) =>
    isObject(response) && !status.startsWith("x-") ? upgradeResponse(response, produces, context) : response,
  );
}

/**
 * Upgrades a Response Object or a reference to one (OpenAPI 3.1, "Response Object"). In Swagger 2.0 the response itself has
 * the schema, and the media types are those that the operation `produces`.
 */
export function upgradeResponse(
  response: JsonObject,
  produces: DeclaredMediaTypes,
  context: UpgradeContext,
): JsonObject {
  const reference = stringMember(response, "$ref");
  if (reference !== undefined) return upgradeReferenced(response, reference, produces, context);
  return context.once(`response ${JSON.stringify(produces)}`, response, () => {
    const changes: Changes = new Map();
    const headers = objectMember(response, "headers");
    if (headers) changes.set("headers", mapHeaders(headers, context));
    const content = objectMember(response, "content");
    if (content) changes.set("content", mapContent(content, context));
    else if (isObject(member(response, "schema"))) changes.set("content", contentOf(response, produces, context));
    if (context.family === "2.0" || (!content && changes.has("content"))) {
      for (const key of ["schema", "examples", "x-nullable"]) changes.set(key, undefined);
    }
    return replaceMembers(response, changes);
  });
}

function contentOf(response: JsonObject, produces: DeclaredMediaTypes, context: UpgradeContext): JsonObject {
  const schema = objectMember(response, "schema")!;
  const upgraded = upgradeSchema(withNullableOf(response, schema), context);
  const examples = objectMember(response, "examples") ?? {};
  const content: JsonObject = {};
  for (const name of isOfFile(schema) ? fileMediaTypes(produces) : answerMediaTypes(produces, examples)) {
    const mediaType: JsonObject = { schema: upgraded };
    const example = member(examples, name);
    if (example !== undefined) mediaType.example = example;
    setMember(content, name, context.origins.carry(response, mediaType));
  }
  return context.origins.carry(response, content);
}

/**
 * Upgrades a reference to a response. A component has the document's media types; if the operation produces others, the
 * response replaces the reference.
 */
function upgradeReferenced(
  reference: JsonObject,
  target: string,
  produces: DeclaredMediaTypes,
  context: UpgradeContext,
): JsonObject {
  const upgraded = () => replaceMember(reference, "$ref", context.reference(target));
  if (context.family !== "2.0") return reference;
  const response = context.dereference(reference);
  if (!response) return upgraded();
  const shared = upgradeResponse(response, declaredMediaTypes(context.root, undefined, "produces"), context);
  const own = upgradeResponse(response, produces, context);
  return mediaTypesOf(own) === mediaTypesOf(shared) ? upgraded() : own;
}

function mediaTypesOf(response: JsonObject): string {
  return Object.keys(objectMember(response, "content") ?? {}).join("\n");
}

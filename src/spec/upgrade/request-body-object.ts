import {
  isObject,
  type JsonObject,
  mapMembers,
  member,
  objectMember,
  pickMembers,
  replaceMembers,
  setMember,
} from "../../json/index.js";
import type { UpgradeContext } from "./context.js";
import { mapContent } from "./media-type-object.js";
import { type DeclaredMediaTypes, effectiveMediaTypes, fileMediaTypes, isOfFile } from "./media-types.js";
import { schemaFromKeywords } from "./parameter-schema.js";
import { upgradeSchema, withNullableOf } from "./schema/index.js";

/**
 * Upgrades a Request Body Object or a reference to one (OpenAPI 3.1, "Request Body Object"). If it has a `schema` instead of
 * `content`, like Swagger 2.0's body parameter, the content is JSON.
 */
export function upgradeRequestBody(written: JsonObject, context: UpgradeContext): JsonObject {
  return context.onceInlined("requestBody", written, (body) => {
    const schema = member(body, "schema");
    if (member(body, "content") === undefined && isObject(schema)) return bodyWithContent(body, schema, context);
    return mapMembers(body, (value, key) =>
      key === "content" && isObject(value) ? mapContent(value, context) : value,
    );
  });
}

function bodyWithContent(body: JsonObject, schema: JsonObject, context: UpgradeContext): JsonObject {
  const mediaType = context.origins.carry(body, { schema: upgradeSchema(schema, context) });
  const content = context.origins.carry(body, { "application/json": mediaType });
  return replaceMembers(body, { schema: undefined, content });
}

/**
 * Makes the Request Body Object for a Swagger 2.0 parameter `in: body`, with each of the media types that the operation
 * `consumes`.
 */
export function requestBodyFromParameter(
  parameter: JsonObject,
  consumes: DeclaredMediaTypes,
  context: UpgradeContext,
): JsonObject {
  const { origins } = context;
  const written = objectMember(parameter, "schema");
  const schema = upgradeSchema(
    written ? withNullableOf(parameter, written) : origins.carry(parameter, schemaFromKeywords(parameter)),
    context,
  );
  const content: JsonObject = {};
  for (const name of isOfFile(written ?? parameter) ? fileMediaTypes(consumes) : effectiveMediaTypes(consumes)) {
    setMember(content, name, origins.carry(parameter, { schema }));
  }
  const body = pickMembers(parameter, (key) => key === "description" || key === "required" || isExtension(key));
  body.content = origins.carry(parameter, content);
  return origins.carry(parameter, body);
}

function isExtension(key: string): boolean {
  return key.startsWith("x-") && key !== "x-nullable";
}

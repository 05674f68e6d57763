import {
  type Changes,
  isObject,
  type JsonObject,
  member,
  replaceMember,
  replaceMembers,
  stringMember,
} from "../../json/index.js";
import { parameterPlace } from "../parameter-place.js";
import { collectionStyle, reportCollectionFormat, reportNestedLists } from "./collection-format.js";
import type { UpgradeContext } from "./context.js";
import { mapContent } from "./media-type-object.js";
import { hasTypeKeywords, schemaFromKeywords, withoutTypeKeywords } from "./parameter-schema.js";
import { upgradeSchema } from "./schema/index.js";

/**
 * Upgrades a Parameter Object or a reference to one: its type moves to `schema` (OpenAPI 3.1, "Parameter Object"). In Swagger 2.0
 * and some OpenAPI 3 documents, the type's keywords are in the parameter itself. Not for parameters in the body.
 */
export function upgradeParameter(parameter: JsonObject, context: UpgradeContext): JsonObject {
  return context.once("parameter", parameter, () => {
    const reference = stringMember(parameter, "$ref");
    if (reference !== undefined) {
      return replaceMember(parameter, "$ref", context.reference(reference));
    }
    const place = parameterPlace(parameter) ?? stringMember(parameter, "in");
    const upgraded = upgradeTyped(parameter, context, () => {
      reportCollectionFormat(parameter, context);
      reportNestedLists(parameter, context);
      return collectionStyle(parameter, place ?? "query", context.family);
    });
    return place === undefined ? upgraded : replaceMember(upgraded, "in", place);
  });
}

/**
 * Upgrades the common part of a Parameter Object and a Header Object: the `schema` or `content`, or else a type in keywords of the
 * object itself. `style` returns the style of an object of the latter kind.
 */
export function upgradeTyped(object: JsonObject, context: UpgradeContext, style: () => Changes): JsonObject {
  const schema = member(object, "schema");
  const content = member(object, "content");
  const changes: Changes = new Map();
  if (isObject(schema) || isObject(content)) {
    if (isObject(schema)) changes.set("schema", upgradeSchema(schema, context));
    if (isObject(content)) changes.set("content", mapContent(content, context));
    return replaceMembers(context.family === "2.0" ? withoutTypeKeywords(object) : object, changes);
  }
  if (context.family !== "2.0" && !hasTypeKeywords(object)) return object;
  for (const [key, value] of style()) changes.set(key, value);
  changes.set("schema", upgradeSchema(context.origins.carry(object, schemaFromKeywords(object)), context));
  return replaceMembers(withoutTypeKeywords(object), changes);
}

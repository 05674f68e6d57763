import {
  isObject,
  type Json,
  type JsonObject,
  member,
  pickMembers,
  setMember,
  stringMember,
} from "../../json/index.js";
import { saysTrue } from "../shapes/index.js";
import { collectionStyle, reportCollectionFormat, reportNestedLists } from "./collection-format.js";
import type { UpgradeContext } from "./context.js";
import { type DeclaredMediaTypes, effectiveMediaTypes, isOfFile } from "./media-types.js";
import { schemaFromKeywords } from "./parameter-schema.js";
import { upgradeSchema } from "./schema/index.js";

const multipart = "multipart/form-data";
const urlEncoded = "application/x-www-form-urlencoded";

/**
 * Makes the Request Body Object for Swagger 2.0 parameters `in: formData` ("Parameter Object"): an object with the fields as
 * properties, and an `encoding` for how arrays are written.
 */
export function requestBodyFromForm(
  fields: JsonObject[],
  consumes: DeclaredMediaTypes,
  context: UpgradeContext,
): JsonObject {
  const { origins } = context;
  const first = fields[0]!;
  const schema = origins.carry(first, upgradeSchema(schemaOf(fields, context), context) as JsonObject);
  const encoding = encodingOf(fields, context);
  const content: JsonObject = {};
  for (const name of formMediaTypes(fields, consumes)) {
    const mediaType: JsonObject = Object.keys(encoding).length > 0 ? { schema, encoding } : { schema };
    setMember(content, name, origins.carry(first, mediaType));
  }
  const body: JsonObject = { content: origins.carry(first, content) };
  if (fields.some(isRequired)) body.required = true;
  return origins.carry(first, body);
}

function schemaOf(fields: JsonObject[], context: UpgradeContext): JsonObject {
  const properties: JsonObject = {};
  for (const field of fields) setMember(properties, stringMember(field, "name")!, fieldSchema(field, context));
  const required = fields.filter(isRequired).map((field) => stringMember(field, "name")!);
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

function fieldSchema(field: JsonObject, context: UpgradeContext): Json {
  const written = member(field, "schema");
  if (isObject(written)) return written;
  const schema = schemaFromKeywords(field);
  const described = pickMembers(field, (key) => key === "description" || key === "example" || key.startsWith("x-"));
  return context.origins.carry(field, { ...schema, ...described });
}

/** Makes the Encoding Objects (OpenAPI 3.1) of fields, by name. */
function encodingOf(fields: JsonObject[], context: UpgradeContext): JsonObject {
  const encoding: JsonObject = {};
  for (const field of fields) {
    reportCollectionFormat(field, context);
    reportNestedLists(field, context);
    const style = collectionStyle(field, "formData", context.family);
    if (style.size > 0) setMember(encoding, stringMember(field, "name")!, Object.fromEntries(style) as JsonObject);
  }
  return encoding;
}

/**
 * Returns the media types of a form: `multipart/form-data` if it has a file; otherwise the media types of forms that the
 * operation consumes, or if there are none, the one that the fields need.
 */
function formMediaTypes(fields: JsonObject[], consumes: DeclaredMediaTypes): string[] {
  const declared = effectiveMediaTypes(consumes).filter(isFormMediaType);
  const multiparts = declared.filter(isMultipart);
  if (fields.some(hasFile)) return multiparts.length > 0 ? multiparts : [multipart];
  return declared.length > 0 ? declared : [fields.some(hasBytes) ? multipart : urlEncoded];
}

function isFormMediaType(mediaType: string): boolean {
  return isMultipart(mediaType) || /^application\/(.*\+)?x-www-form-urlencoded\b/i.test(mediaType);
}

function isMultipart(mediaType: string): boolean {
  return /^multipart\/(.*\+)?form-data\b/i.test(mediaType);
}

function isRequired(field: JsonObject): boolean {
  return saysTrue(member(field, "required"));
}

function hasFile(field: JsonObject): boolean {
  return [field, field.items, field.schema].some(isOfFile);
}

/** True for a file, or an array of files, in the notation of OpenAPI 3. */
function hasBytes(field: JsonObject): boolean {
  return [field, field.items].some((typed) => isObject(typed) && typed.format === "binary");
}

import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { CHOICES } from "../../../spec/schema-keywords.js";
import type { Schema } from "../../model.js";
import { contentKind, withoutParameters } from "../content-kind.js";
import type { BuildContext } from "../context.js";
import { withFormProperties } from "./form-properties.js";
import type { FormContent } from "./written-parts.js";

const FILE: JsonObject = { type: "string", format: "binary" };
const TEXT: JsonObject = { type: "string" };

/** Keywords that do not constrain a value. */
const ANNOTATIONS = new Set(["title", "description", "deprecated", "writeOnly", "externalDocs", "$comment"]);

/** Keywords that show that a string is not a file. */
const OF_TEXTS = ["format", "enum", "const", "pattern", "contentMediaType", "contentEncoding"];

/** A name whose last word is `file`: `users_file` and `csvFile`, but not `profile`. */
const IS_FILE = /(?:^|[^A-Za-z])file$|File$/;

/**
 * Lets fields of a multipart form be a file or a string if they are likely undeclared files: a field without a type, which is bytes
 * unless an `encoding` has another media type (OpenAPI 3.1, section 4.8.15.1, "contentType"), a plain string whose name ends with the
 * word `file`, and arrays of either. As a string only, it could not be uploaded. An `encoding` with a media type of bytes also
 * declares a file: OpenAPI 3.1 writes an image like that.
 */
export function withUnnamedFiles(context: BuildContext, { kind, schema, encoding }: FormContent): Schema | undefined {
  if (kind !== "multipart" || !isObject(schema)) return schema;
  return withFormProperties(context, schema, (property, name) => {
    const types = Object.hasOwn(encoding, name) ? encoding[name]?.contentType : undefined;
    if ((types !== undefined && !areOfBytes(types)) || (isObject(property) && property.readOnly === true))
      return property;
    return withFile(context, property, types !== undefined || IS_FILE.test(name));
  });
}

/** True for a comma-separated list of media types, as in a `contentType`, that are all of bytes. */
function areOfBytes(types: string): boolean {
  return types.split(",").every((type) => contentKind(withoutParameters(type)) === "binary");
}

function withFile(context: BuildContext, property: Json, isCalledFile: boolean): Json {
  const object = context.dereference(property);
  if (!object) return property;
  if (saysNothing(object)) return { ...object, anyOf: [FILE, TEXT] };
  if (isCalledFile && object.type === "array" && object.items !== undefined) {
    const items = withFile(context, object.items, isCalledFile);
    return items === object.items ? property : { ...object, items };
  }
  if (isCalledFile && isMereText(object)) {
    const entries = Object.entries(object);
    const text = Object.fromEntries(entries.filter(([key]) => !ANNOTATIONS.has(key)));
    return { ...Object.fromEntries(entries.filter(([key]) => ANNOTATIONS.has(key))), anyOf: [FILE, text] };
  }
  for (const key of CHOICES) {
    const list = object[key];
    if (!Array.isArray(list)) continue;
    const isOpen = (item: Json) => saysNothing(context.dereference(item) ?? { type: "" });
    if (list.some(isOpen))
      return { ...object, [key]: list.map((item) => (isOpen(item) ? { anyOf: [FILE, TEXT] } : item)) };
  }
  return property;
}

function saysNothing(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => ANNOTATIONS.has(key) || key.startsWith("x-"));
}

function isMereText(schema: JsonObject): boolean {
  return schema.type === "string" && OF_TEXTS.every((key) => schema[key] === undefined);
}

import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { Schema } from "../../model.js";
import { contentKind, withoutParameters } from "../content-kind.js";
import type { BuildContext } from "../context.js";
import { withFormProperties } from "./form-properties.js";
import type { FormContent } from "./written-parts.js";

const FILE: JsonObject = { type: "string", format: "binary" };
const TEXT: JsonObject = { type: "string" };

/** What says nothing of a value. */
const ANNOTATIONS = new Set(["title", "description", "deprecated", "writeOnly", "externalDocs", "$comment"]);

/** What says that a text is none of a file. */
const OF_TEXTS = ["format", "enum", "const", "pattern", "contentMediaType", "contentEncoding"];

/** A name whose last word is `file`: `users_file` and `csvFile`, but not `profile`. */
const IS_FILE = /(?:^|[^A-Za-z])file$|File$/;

/**
 * The schema of a multipart form in which files that specs do not declare as such are a file or a string: a field without any type,
 * which is bytes unless an `encoding` says otherwise (OpenAPI 3.1, section 4.8.15.1, "contentType"), a plain string whose name
 * ends with the word `file`, and either as the items of an array. As a string alone nobody could upload it. An `encoding` with
 * a media type of bytes calls the field a file too: it is how OpenAPI 3.1 declares an image.
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

/** True for a list of media types, as a `contentType` has it, of which each is of bytes. */
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
  for (const key of ["anyOf", "oneOf"]) {
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

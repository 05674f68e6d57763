import { appendPointer, isObject, type Json, type JsonObject, member } from "../../../json/index.js";
import { isFile } from "../../file-schema.js";
import type { ContentKind, MediaType, Schema, SourceRef } from "../../model.js";
import { contentKind, withoutParameters } from "../content-kind.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";
import { buildEncodings } from "./encoding.js";
import { eventForms } from "./event-forms.js";
import { itemSchemaOf } from "./item-schema.js";
import { withWrittenParts } from "./written-parts.js";

/** Builds the entries of a `content` map (OpenAPI 3.1, section 4.8.14). @param holder where the object with the map was written */
export function buildContent(context: BuildContext, content: Json | undefined, holder: SourceRef): MediaType[] {
  if (!isObject(content)) return [];
  const mediaTypes = Object.entries(content)
    .filter(([key]) => !key.startsWith("x-"))
    .map(([key, value]) => {
      const mediaType = withoutParameters(key);
      const place = { ...holder, pointer: appendPointer(holder.pointer, "content", key) };
      const object = context.dereference(value) ?? {};
      const schema = asSchema(member(object, "schema"));
      const content = readContent(context, mediaType, object);
      context.schemaFaults.look(schema, { ...place, pointer: `${place.pointer}/schema` });
      const itemSchema = itemSchemaOf(context, content.kind, object);
      context.schemaFaults.look(asSchema(member(object, "itemSchema")), {
        ...place,
        pointer: `${place.pointer}/itemSchema`,
      });
      return {
        mediaType,
        headerValue: headerValue(key),
        isJson: content.kind === "json",
        ...content,
        itemSchema,
        events: content.kind === "events" ? eventForms(context, { schema, itemSchema }) : undefined,
        files: [],
      };
    });
  return withFiles(context, mediaTypes);
}

/**
 * Turns all content with the schema of a file into bytes if some of it is JSON: JSON cannot contain files, so the media types do not
 * matter. The former JSON comes last (docs/decisions/0007-results.md).
 */
function withFiles(context: BuildContext, content: MediaType[]): MediaType[] {
  const isFileContent = ({ schema }: MediaType) => isWholeFile(context, schema);
  const asJson = content.filter((item) => item.isJson && isFileContent(item));
  if (asJson.length === 0) return content;
  const others = content.filter((item) => !asJson.includes(item));
  return [...others, ...asJson].map((item) =>
    isFileContent(item) ? { ...item, kind: "binary", isJson: false } : item,
  );
}

function isWholeFile(context: BuildContext, schema: Schema | undefined): boolean {
  const { type = null, format = null } = context.dereference(schema) ?? {};
  return type === "string" && format === "binary";
}

/**
 * Reads the kind, schema and encodings of content. The schema describes what a caller gives.
 * @param mediaType in lower case, without parameters
 * @param object its Media Type Object
 */
export function readContent(
  context: BuildContext,
  mediaType: string,
  object: JsonObject,
): Pick<MediaType, "kind" | "schema" | "encoding"> {
  const schema = asSchema(member(object, "schema"));
  const described = context.dereference(schema) ?? {};
  const kind = kindOf(mediaType, described);
  const encoding = buildEncodings(context, { mediaType: object, kind, schema: described });
  if (hasNoFields(context, kind, described)) return { kind, schema: undefined, encoding };
  return { kind, schema: withWrittenParts(context, { kind, schema, encoding }), encoding };
}

/**
 * True for a form whose schema is neither an object nor, for a multipart form, a file or an array of files. It cannot be sent, and its
 * fields are unknown.
 */
function hasNoFields(context: BuildContext, kind: ContentKind, schema: JsonObject): boolean {
  const type = member(schema, "type");
  if ((kind !== "form" && kind !== "multipart") || typeof type !== "string" || type === "object") return false;
  return kind === "form" || !isFile(type === "array" ? (context.dereference(member(schema, "items")) ?? {}) : schema);
}

const TYPE = /^[\w.+-]+\/[\w.+-]+$/;
const PARAMETERS = /^([ \t]*;[ \t]*[!#$%&'*+.^_`|~\w-]+=([!#$%&'*+.^_`|~\w-]+|"[\t !#-[\]-~]*"))*$/;

/** Returns the media type as the value of a header: without parameters if one of them is invalid; undefined for a wildcard. */
function headerValue(written: string): string | undefined {
  const [beforeParameters = ""] = written.split(";", 1);
  const type = beforeParameters.trim();
  if (!TYPE.test(type)) return undefined;
  const parameters = written.slice(beforeParameters.length).trim();
  return PARAMETERS.test(parameters) ? type + parameters : type;
}

/**
 * Returns the kind of content by its media type and schema: a wildcard is bytes if the schema is a file, and a form whose schema is a
 * string is text.
 */
function kindOf(mediaType: string, schema: JsonObject): ContentKind {
  const kind = contentKind(mediaType);
  if (mediaType.endsWith("/*") && member(schema, "format") === "binary") return "binary";
  return kind === "form" && member(schema, "type") === "string" ? "text" : kind;
}

/** Returns the schema of a Media Type Object, or of a reference to one (OpenAPI 3.2). */
export function contentSchema(context: BuildContext, mediaType: Json): Schema | undefined {
  const object = context.dereference(mediaType);
  return object && asSchema(member(object, "schema"));
}

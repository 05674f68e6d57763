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

/** The entries of a `content` map (OpenAPI 3.1, section 4.8.14). @param holder what the map was written in */
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
 * JSON content that is to be a file is one by each media type that says so: JSON holds no files, so the names of the media types do
 * not matter, and JSON's comes last (docs/decisions/0007-results.md).
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
 * What content is by its media type, in lower case and without parameters, and its Media Type Object: the schema of it is
 * as a caller gives it.
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
 * True for a form whose schema has no fields: neither an object's nor, of a multipart form, a file's or files'. Nobody can send
 * that, and the intended fields are unknown.
 */
function hasNoFields(context: BuildContext, kind: ContentKind, schema: JsonObject): boolean {
  const type = member(schema, "type");
  if ((kind !== "form" && kind !== "multipart") || typeof type !== "string" || type === "object") return false;
  return kind === "form" || !isFile(type === "array" ? (context.dereference(member(schema, "items")) ?? {}) : schema);
}

const TYPE = /^[\w.+-]+\/[\w.+-]+$/;
const PARAMETERS = /^([ \t]*;[ \t]*[!#$%&'*+.^_`|~\w-]+=([!#$%&'*+.^_`|~\w-]+|"[\t !#-[\]-~]*"))*$/;

/** The media type as a header says it: without parameters where one of them is none. */
function headerValue(written: string): string | undefined {
  const [beforeParameters = ""] = written.split(";", 1);
  const type = beforeParameters.trim();
  if (!TYPE.test(type)) return undefined;
  const parameters = written.slice(beforeParameters.length).trim();
  return PARAMETERS.test(parameters) ? type + parameters : type;
}

/**
 * What content is by its media type and schema: a wildcard is bytes where the schema is a file's, and a form whose schema is a
 * string's is the text of it.
 */
function kindOf(mediaType: string, schema: JsonObject): ContentKind {
  const kind = contentKind(mediaType);
  if (mediaType.endsWith("/*") && member(schema, "format") === "binary") return "binary";
  return kind === "form" && member(schema, "type") === "string" ? "text" : kind;
}

/** The schema of a Media Type Object, or of what a reference to one leads to (OpenAPI 3.2). */
export function contentSchema(context: BuildContext, mediaType: Json): Schema | undefined {
  const object = context.dereference(mediaType);
  return object && asSchema(member(object, "schema"));
}

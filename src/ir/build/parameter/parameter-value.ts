import { type Json, type JsonObject, member, objectMember } from "../../../json/index.js";
import { singleValue } from "../../listed-values.js";
import type { MediaType, Parameter, Schema } from "../../model.js";
import { contentSchema, isText, readContent, writtenContent } from "../content/index.js";
import { isJsonMediaType, withoutParameters } from "../content-kind.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";

/** The value of a parameter. */
type ParameterValue = Pick<Parameter, "contentType" | "isJson" | "encoding" | "schema" | "fixedValue"> & {
  /** The schema in the spec. `schema` differs from it if the caller passes the text of the content. */
  given: Schema;
};

/**
 * Reads the `schema` or `content` of a parameter (OpenAPI 3.1, section 4.8.12). A whole query string has `content` (OpenAPI 3.2.0,
 * section 4.12).
 */
export function readValue(context: BuildContext, object: JsonObject, location: Parameter["in"]): ParameterValue {
  const isWholeQuery = location === "querystring";
  const content = Object.entries(objectMember(object, "content") ?? {});
  const written = asSchema(member(object, "schema"));
  const schema = isWholeQuery && content.length > 0 ? undefined : written;
  const [contentType, mediaType = null] = (schema === undefined ? content[0] : undefined) ?? [];
  const form = isWholeQuery ? formOf(context, contentType, mediaType) : undefined;
  // As for a path parameter that is not declared at all.
  const unsaid = location === "path" && content.length === 0 ? { type: "string" } : true;
  const given = schema ?? (form ? form.schema : contentSchema(context, mediaType)) ?? unsaid;
  // Quotes around a string are never meant (docs/decisions/0020), except for a whole query string in JSON.
  const isSentAsIs = !isWholeQuery && isText(context, given);
  const isJson = contentType !== undefined && isJsonMediaType(contentType) && !isSentAsIs;
  const isWritten = contentType !== undefined && !isJson && !isWholeQuery;
  return {
    contentType,
    isJson,
    encoding: form?.encoding,
    schema: isWritten ? writtenContent(context, given) : given,
    fixedValue: fixedValue(asSchema(context.dereference(schema))),
    given,
  };
}

/** Reads the content of a whole query string that is a form (OpenAPI 3.2.0, section 4.12.1), like that of a body. */
function formOf(
  context: BuildContext,
  contentType: string | undefined,
  mediaType: Json,
): Pick<MediaType, "schema" | "encoding"> | undefined {
  if (contentType === undefined) return undefined;
  const content = readContent(context, withoutParameters(contentType), context.dereference(mediaType) ?? {});
  return content.kind === "form" ? content : undefined;
}

function fixedValue(schema: Schema | undefined): string | undefined {
  const value = schema === undefined ? undefined : singleValue(schema);
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
}

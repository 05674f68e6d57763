import { type JsonObject, member, stringMember } from "../../json/index.js";
import { saysTrue } from "../../spec/shapes/index.js";
import type { MediaType, RequestBody, SourceRef } from "../model.js";
import { buildContent, fileProperties, sentObjects, withPartTypes, withUnnamedFiles } from "./content/index.js";
import type { BuildContext } from "./context.js";

/**
 * Builds a Request Body Object (OpenAPI 3.1, section 4.8.13). Returns undefined if there is none, or if it has no
 * content.
 */
export function buildRequestBody(
  context: BuildContext,
  operation: JsonObject,
  holder: SourceRef,
): RequestBody | undefined {
  const written = member(operation, "requestBody");
  const object = context.dereference(written);
  if (!object) return undefined;
  const source = context.source(object, holder);
  const content = sentObjects(context, buildContent(context, member(object, "content"), source));
  if (content.length === 0) return undefined;
  return context.described(written, {
    required: saysTrue(member(object, "required")),
    description: stringMember(object, "description"),
    content: content.map((item) => {
      const encoding = item.kind === "multipart" ? withPartTypes(context, item) : item.encoding;
      const sent = { ...item, encoding, schema: withUnnamedFiles(context, { ...item, encoding }) };
      return { ...sent, files: filesOf(context, sent) };
    }),
    source,
  });
}

function filesOf(context: BuildContext, { kind, schema }: MediaType): string[] {
  return kind === "json" || kind === "multipart" ? fileProperties(context, schema) : [];
}

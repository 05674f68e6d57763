import { isBase64, isStream, type MediaType, type SourceRef } from "../../../ir/index.js";
import { isObject, type Json } from "../../../json/index.js";
import { below, type Direction, type Subschema } from "../schema/side/index.js";
import { type AddChange, compareMediaTypeLists, type MediaTypePair } from "./media-types.js";
import type { OperationReport, ValuePlace } from "./report.js";

/** A payload or a response in both versions. Both have content. */
interface ContentPair {
  before: { content: readonly MediaType[]; source: SourceRef };
  after: { content: readonly MediaType[]; source: SourceRef };
  direction: Direction;
  place: (mediaType: string) => ValuePlace;
}

/**
 * Compares the content of a payload or a response (OpenAPI 3.1, section 4.8.14).
 * @returns the media types that both versions have and generated code uses
 */
export function compareContent(report: OperationReport, pair: ContentPair, add: AddChange): MediaTypePair[] {
  const { before, after, direction } = pair;
  const used = compareMediaTypeLists({ before: before.content, after: after.content, direction }, add);
  for (const media of used) {
    const place = pair.place(media.before.mediaType);
    report.compare({
      place: isStream(media.before.kind) ? { ...place, path: [{ each: "item" }] } : place,
      before: schemaOf(media.before, before.source),
      after: schemaOf(media.after, after.source),
      direction,
    });
  }
  return used;
}

function schemaOf({ mediaType, kind, itemSchema, schema }: MediaType, source: SourceRef): Subschema {
  if (kind === "binary") return { schema: ofBytes(schema), source: below(source, "content", mediaType, "schema") };
  const ofItem = schema === undefined ? ["itemSchema"] : ["schema", "items"];
  const keywords = itemSchema === undefined ? ["schema"] : ofItem;
  return { schema: itemSchema ?? schema ?? true, source: below(source, "content", mediaType, ...keywords) };
}

/**
 * Returns the part of a schema that matters for binary content (OpenAPI 3.1, section 4.8.14.3): its size and base64
 * encoding.
 */
function ofBytes(schema: MediaType["schema"]): Json {
  const own = isObject(schema) ? schema : {};
  if (isBase64(own)) return own;
  const limits = ["minLength", "maxLength"].filter((key) => key in own).map((key) => [key, own[key] as Json]);
  return { type: "string", format: "binary", ...Object.fromEntries(limits) };
}

import { isStream, type MediaType, type SourceRef } from "../../../ir/index.js";
import { below, type Direction, type Subschema } from "../schema/side/index.js";
import { type AddChange, compareMediaTypeLists, type MediaTypePair } from "./media-types.js";
import type { OperationReport, ValuePlace } from "./report.js";

/** A payload or an answer in both versions; neither is without content. */
interface ContentPair {
  before: { content: readonly MediaType[]; source: SourceRef };
  after: { content: readonly MediaType[]; source: SourceRef };
  direction: Direction;
  place: (mediaType: string) => ValuePlace;
}

/**
 * Compares the content of a payload or an answer (OpenAPI 3.1, section 4.8.14).
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

function schemaOf({ mediaType, itemSchema, schema }: MediaType, source: SourceRef): Subschema {
  const ofItem = schema === undefined ? ["itemSchema"] : ["schema", "items"];
  const keywords = itemSchema === undefined ? ["schema"] : ofItem;
  return { schema: itemSchema ?? schema ?? true, source: below(source, "content", mediaType, ...keywords) };
}

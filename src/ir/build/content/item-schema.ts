import { type JsonObject, member } from "../../../json/index.js";
import type { ContentKind, Schema } from "../../model.js";
import { isStream } from "../../streams.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";

/**
 * The schema of one item of a stream (OpenAPI 3.2.0, section 4.14): its `itemSchema`, or what the items are of a `schema` that
 * is a list. A stream counts as the list of what is in it ("Sequential Media Types"), and before 3.2 frameworks wrote the same.
 */
export function itemSchemaOf(context: BuildContext, kind: ContentKind, mediaType: JsonObject): Schema | undefined {
  const written = asSchema(member(mediaType, "itemSchema"));
  if (written !== undefined || !isStream(kind)) return written;
  const whole = context.dereference(member(mediaType, "schema"));
  return whole && member(whole, "type") === "array" ? (asSchema(member(whole, "items")) ?? true) : undefined;
}

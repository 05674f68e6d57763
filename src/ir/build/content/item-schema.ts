import { type JsonObject, member } from "../../../json/index.js";
import type { ContentKind, Schema } from "../../model.js";
import { isStream } from "../../streams.js";
import type { BuildContext } from "../context.js";
import { asSchema } from "../schema.js";

/**
 * Returns the schema of one item of a stream (OpenAPI 3.2.0, section 4.14): its `itemSchema`, or the `items` of a `schema` that is an
 * array. A stream counts as an array of its items ("Sequential Media Types"), and frameworks wrote it that way before 3.2.
 */
export function itemSchemaOf(context: BuildContext, kind: ContentKind, mediaType: JsonObject): Schema | undefined {
  const written = asSchema(member(mediaType, "itemSchema"));
  if (written !== undefined || !isStream(kind)) return written;
  const whole = context.dereference(member(mediaType, "schema"));
  return whole && member(whole, "type") === "array" ? (asSchema(member(whole, "items")) ?? true) : undefined;
}

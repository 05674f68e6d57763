import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isBase64, isFile } from "../../file-schema.js";
import type { MediaType } from "../../model.js";
import type { BuildContext } from "../context.js";
import { composedOf } from "./files.js";

const JSON_TYPE = {
  mediaType: "application/json",
  headerValue: "application/json",
  isJson: true,
  kind: "json",
} as const;

/** Media types that never contain objects. Some of them are text, such as SVG. */
const OF_BYTES = /^(?:image|audio|video|font|message|model)\//;

/** Binary media types with their own serialization: the caller passes their bytes. */
const OF_OBJECTS =
  /^multipart\/|[/+.-](?:protobuf|proto|msgpack|messagepack|cbor|bson|avro|thrift|csv|jwt|jose|turtle|html)$/;

/**
 * Turns objects of binary media types in a request body into JSON: APIs that take files, such as Google's, take their metadata as JSON
 * (docs/decisions/0021-bodies-of-bytes.md). Media types with the same schema become one. No change if JSON is declared.
 */
export function sentObjects(context: BuildContext, content: MediaType[]): MediaType[] {
  if (content.some(({ isJson }) => isJson)) return content;
  const known = new Set<string>();
  return content.flatMap((item) => {
    if (!isObjectAsBytes(context, item)) return [item];
    const text = JSON.stringify(item.schema);
    if (known.has(text)) return [];
    known.add(text);
    return [{ ...item, ...JSON_TYPE }];
  });
}

/**
 * Turns objects of binary media types in a response into JSON, if nothing else is declared: Swagger 2.0's `produces` gives the media type
 * of a download to its errors, too.
 */
export function answeredObjects(context: BuildContext, content: MediaType[]): MediaType[] {
  if (content.length === 0 || !content.every((item) => isObjectAsBytes(context, item))) return content;
  return content.map((item) => ({ ...item, isJson: true, kind: "json" }));
}

function isObjectAsBytes(context: BuildContext, { kind, mediaType, schema }: MediaType): boolean {
  const isOfBytes = OF_BYTES.test(mediaType) || (kind === "binary" && !OF_OBJECTS.test(mediaType));
  return isOfBytes && holdsObjects(context, schema);
}

/**
 * True for a schema of objects, or of arrays of them, that describes their members: specs also declare bytes as an object or an array.
 */
function holdsObjects(context: BuildContext, schema: Json | undefined): boolean {
  return composedOf(context, schema).some(
    (part) => hasMembers(context, part) || composedOf(context, part.items).some((item) => hasMembers(context, item)),
  );
}

/** True for a schema that declares properties other than bytes, or describes additional ones. */
function hasMembers(context: BuildContext, { properties, additionalProperties }: JsonObject): boolean {
  const isBytes = (property: Json) => composedOf(context, property).some((part) => isFile(part) || isBase64(part));
  if (isObject(properties) && Object.values(properties).some((property) => !isBytes(property))) return true;
  return isObject(additionalProperties) && Object.keys(additionalProperties).length > 0;
}

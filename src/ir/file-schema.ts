import type { JsonObject } from "../json/index.js";
import { contentKind, withoutParameters } from "./build/content-kind.js";

/**
 * True for the schema of a file's content in a multipart body: `format: binary` (OpenAPI 3.0), `contentEncoding: binary`
 * (RFC 2045, section 6.2: unencoded bytes), or a binary `contentMediaType` without an encoding (OpenAPI 3.1, section
 * 4.8.14.3). Strings that contain JSON, XML and the like are not files.
 */
export function isFile({ type, format, contentMediaType, contentEncoding }: JsonObject): boolean {
  const isText = type === undefined || type === "string" || (Array.isArray(type) && type.includes("string"));
  const isBytes =
    typeof contentMediaType === "string" &&
    contentEncoding === undefined &&
    isOfBytes(withoutParameters(contentMediaType));
  return isText && (format === "binary" || contentEncoding === "binary" || isBytes);
}

/** True for the schema of a string that is bytes in base64: `format: byte` (OpenAPI 3.0), or a `contentEncoding` (3.1). */
export function isBase64({ format, contentEncoding }: JsonObject): boolean {
  const said = typeof contentEncoding === "string" ? contentEncoding : format;
  return typeof said === "string" && /^(?:byte|base64(?:url)?)$/i.test(said);
}

/** Media types whose content is always a file, including SVG images. A wildcard does not imply text. */
const OF_FILES = /^(?:image|audio|video|font|\*)\/|^application\/\*$/;

function isOfBytes(mediaType: string): boolean {
  return OF_FILES.test(mediaType) || ["binary", "multipart"].includes(contentKind(mediaType));
}

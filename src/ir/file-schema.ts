import type { JsonObject } from "../json/index.js";

/**
 * True for the schema of a file's content in a multipart body: `format: binary` (OpenAPI 3.0), or a `contentMediaType`
 * without an encoding (OpenAPI 3.1, section 4.8.14.3).
 */
export function isFile({ type, format, contentMediaType, contentEncoding }: JsonObject): boolean {
  const isText = type === undefined || type === "string" || (Array.isArray(type) && type.includes("string"));
  const isBytes = typeof contentMediaType === "string" && contentEncoding === undefined;
  return isText && (format === "binary" || isBytes);
}

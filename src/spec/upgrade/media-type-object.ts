import { isObject, type Json, type JsonObject, mapMembers, member } from "../../json/index.js";
import { withMeantMediaTypes } from "../meant-media-types.js";
import type { UpgradeContext } from "./context.js";
import { upgradeHeader } from "./header-object.js";
import { upgradeSchema } from "./schema/index.js";

/**
 * Upgrades a `content` map: Media Type Objects by media type (OpenAPI 3.1, "Media Type Object"). Keys that are not media types
 * are read as the intended ones.
 */
export function mapContent(content: JsonObject, context: UpgradeContext): JsonObject {
  return withMeantMediaTypes(
    mapMembers(content, (value) => (isObject(value) ? upgradeMediaType(value, context) : value)),
  );
}

/**
 * Upgrades the schemas of a Media Type Object. `itemSchema` is OpenAPI 3.2's; the schemas in its encodings need no changes.
 */
export function upgradeMediaType(written: JsonObject, context: UpgradeContext): JsonObject {
  return context.onceInlined("mediaType", written, (mediaType) =>
    mapMembers(mediaType, (value, key) => {
      if (key === "schema" || key === "itemSchema") return upgradeSchema(value, context);
      if (key === "encoding" && isObject(value)) return mapMembers(value, (item) => upgradeEncoding(item, context));
      return value;
    }),
  );
}

/** Upgrades an Encoding Object, whose headers have schemas (OpenAPI 3.1, "Encoding Object"). */
function upgradeEncoding(encoding: Json, context: UpgradeContext): Json {
  if (!isObject(encoding)) return encoding;
  return context.once("encoding", encoding, () => {
    const headers = member(encoding, "headers");
    if (!isObject(headers)) return encoding;
    return mapMembers(encoding, (value, key) => (key === "headers" ? mapHeaders(headers, context) : value));
  });
}

/** Upgrades a `headers` map of a response or an encoding. */
export function mapHeaders(headers: JsonObject, context: UpgradeContext): JsonObject {
  return mapMembers(headers, (value) => (isObject(value) ? upgradeHeader(value, context) : value));
}

import type { ContentKind } from "../model.js";

/**
 * Media types of sequences of JSON texts: NDJSON, JSON Lines, and other names that frameworks use; JSON text sequences
 * (RFC 7464; RFC 8091 for `+json-seq`).
 */
const LINES =
  /^(application|text)\/([^/]+\+)?(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq)$|^application\/(x-json-stream|stream\+json)$/;

/**
 * Returns the kind of content for a media type. The runtime reads responses by the same rules.
 * @param mediaType in lower case, without parameters
 */
export function contentKind(mediaType: string): ContentKind {
  if (mediaType === "text/event-stream") return "events";
  if (LINES.test(mediaType)) return "lines";
  // Specs of JSON APIs use wildcards for JSON.
  if (/^(application|text)\/(x-)?json$|\+json$|^\*\/\*$|^application\/\*$/.test(mediaType)) return "json";
  if (/x-www-form-urlencoded$/.test(mediaType)) return "form";
  if (/^multipart\/(.*\+)?form-data$/.test(mediaType)) return "multipart";
  if (/^text\/|[/+](xml|yaml)$|^application\/(javascript|graphql|x-yaml|toml|sql|x-sh)$/.test(mediaType)) return "text";
  return "binary";
}

/** True for a media type as written that is JSON by its name (including `+json`, RFC 6839), or a wildcard. */
export function isJsonMediaType(written: string): boolean {
  return contentKind(withoutParameters(written)) === "json";
}

/** Returns a media type in lower case, without parameters. */
export function withoutParameters(written: string): string {
  return (written.split(";")[0] ?? "").trim().toLowerCase();
}

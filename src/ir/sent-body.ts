import type { ContentKind, MediaType } from "./model.js";

/** The JSON media types by preference, if a body has several. */
const JSON_ORDER = ["application/json", "application/merge-patch+json"];

/** The order of preference for content other than JSON. */
const OTHER_ORDER: readonly ContentKind[] = ["multipart", "form", "text", "binary", "events", "lines"];

/**
 * Returns the JSON media type of a request body that every transport sends: `application/json`, or else a merge patch (RFC 7396), or
 * else the first. Of several with the same name, one without parameters is preferred.
 */
export function sentJson(content: readonly MediaType[]): MediaType | undefined {
  const json = content.filter(({ isJson }) => isJson);
  for (const name of JSON_ORDER) {
    const named = json.filter(({ mediaType }) => mediaType === name);
    const found = named.find(({ headerValue }) => headerValue?.includes(";") === false) ?? named[0];
    if (found) return found;
  }
  return json[0];
}

/**
 * Returns the multipart form that a function sends instead of JSON if a payload has files, which only the form can carry. Undefined if
 * the function does not send JSON otherwise.
 */
export function sentWithFiles(body: { content: readonly MediaType[] }): MediaType | undefined {
  const isJson = sentByFunction(body)?.isJson === true;
  return isJson ? body.content.find(({ kind, files }) => kind === "multipart" && files.length > 0) : undefined;
}

/**
 * Returns the media type of a request body that a function sends: JSON like every transport, except for an upload, whose files JSON
 * cannot carry; or else the preferred other one.
 */
export function sentByFunction(body: { content: readonly MediaType[] }): MediaType | undefined {
  const json = isUpload(body) ? undefined : sentJson(body.content);
  if (json) return json;
  const kind = OTHER_ORDER.find((item) => body.content.some((mediaType) => mediaType.kind === item));
  return body.content.find((mediaType) => mediaType.kind === kind);
}

/** True for a body with the same file in its JSON and its multipart form: only the form can carry it. */
export function isUpload({ content }: { content: readonly MediaType[] }): boolean {
  const inJson = new Set(content.filter(({ isJson }) => isJson).flatMap(({ files }) => files));
  return content.some(({ kind, files }) => kind === "multipart" && files.some((name) => inJson.has(name)));
}

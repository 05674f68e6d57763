import type { ContentKind, MediaType } from "./model.js";

/** Which of several JSON media types is sent, by name. */
const JSON_ORDER = ["application/json", "application/merge-patch+json"];

/** What is sent where that is not JSON: what says most first. */
const OTHER_ORDER: readonly ContentKind[] = ["multipart", "form", "text", "binary", "events", "lines"];

/**
 * The one JSON media type of a request body that is sent, whatever the way: `application/json`, else a merge patch
 * (RFC 7396), else the first. Which parameters it has matters less than its name; none is best.
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
 * The multipart form that a function sends in place of JSON where a payload has files, which only the form takes. None where it sends
 * no JSON.
 */
export function sentWithFiles(body: { content: readonly MediaType[] }): MediaType | undefined {
  const isJson = sentByFunction(body)?.isJson === true;
  return isJson ? body.content.find(({ kind, files }) => kind === "multipart" && files.length > 0) : undefined;
}

/**
 * The one media type of a request body that a function sends: JSON, as every way has it, but for an upload whose files
 * JSON does not carry; else what says most.
 */
export function sentByFunction(body: { content: readonly MediaType[] }): MediaType | undefined {
  const json = isUpload(body) ? undefined : sentJson(body.content);
  if (json) return json;
  const kind = OTHER_ORDER.find((item) => body.content.some((mediaType) => mediaType.kind === item));
  return body.content.find((mediaType) => mediaType.kind === kind);
}

/** True for a body whose JSON form has files, which JSON has no way to carry, while its multipart form does. */
export function isUpload({ content }: { content: readonly MediaType[] }): boolean {
  const inJson = new Set(content.filter(({ isJson }) => isJson).flatMap(({ files }) => files));
  return content.some(({ kind, files }) => kind === "multipart" && files.some((name) => inJson.has(name)));
}

import type { ContentKind, EventForm, MediaType, Operation, RequestBody, Response } from "../../../ir/index.js";
import {
  areToldApart,
  isStream,
  sentByFunction,
  sentWithFiles,
  successResponses,
  unknownForm,
} from "../../../ir/index.js";

/** The kinds of content that a function asks for, in order of preference. */
const ANSWERED: readonly ContentKind[] = ["json", "events", "lines", "text", "binary", "multipart", "form"];

/**
 * Reduces a request body to what a function sends: one media type; or all binary ones, since a file may have any of
 * these; or JSON and the multipart form for payloads with files.
 *
 * @param isJsonOnly true if only JSON can be sent
 */
export function sentBody(body: RequestBody, { isJsonOnly }: { isJsonOnly: boolean }): RequestBody {
  const sent = sentByFunction(body);
  if (sent?.kind === "binary") return { ...body, content: body.content.filter(({ kind }) => kind === "binary") };
  const content = [sent, isJsonOnly ? undefined : sentWithFiles(body)];
  return { ...body, content: content.filter((item) => item !== undefined) };
}

/**
 * Reduces the responses to the content that a function asks for and returns. Only a success response can be a stream.
 * If several event streams cannot be told apart by the types of their events, nothing is known about any event.
 */
export function handedOn(operation: Operation): Response[] {
  const successes = new Set(successResponses(operation.responses));
  const responses = operation.responses.map((response) => {
    const content = answered(response.content);
    return { ...response, content: successes.has(response) ? content : content.map(asWhole) };
  });
  if (areToldApart(eventFormsOf(responses))) return responses;
  return responses.map((response) => ({ ...response, content: response.content.map(withUnknownEvents) }));
}

function withUnknownEvents(content: MediaType): MediaType {
  return content.events ? { ...content, events: [unknownForm(content.events)] } : content;
}

/** Returns the forms of the events in all success responses that are event streams. */
function eventFormsOf(responses: readonly Response[]): EventForm[] {
  return successResponses(responses).flatMap(({ content }) => content[0]?.events ?? []);
}

/** Turns a stream into text, because it is read as a whole. */
function asWhole(content: MediaType): MediaType {
  return isStream(content.kind) ? { ...content, kind: "text" } : content;
}

/**
 * Returns the media types of a response that a function asks for: all JSON ones, or else the first of the preferred
 * kind. An API that offers both bytes and events (OpenAI's speech) streams only if the request asks for it, and
 * likewise with JSON and events.
 */
export function answered(content: readonly MediaType[]): MediaType[] {
  const kinds = new Set(content.map(({ kind: one }) => one));
  if (kinds.has("binary")) kinds.delete("events");
  const kind = ANSWERED.find((item) => kinds.has(item));
  const fitting = content.filter((mediaType) => mediaType.kind === kind);
  return kind === "json" ? fitting : fitting.slice(0, 1);
}

/** Returns the kind of stream that the operation returns; undefined if it returns none. */
export function streamOf(responses: readonly Response[]): "events" | "lines" | undefined {
  for (const { content } of successResponses(responses)) {
    const kind = content[0]?.kind;
    if (isStream(kind)) return kind;
  }
  return undefined;
}

/**
 * Returns which events of the operation's streams contain text instead of JSON: all (`true`) or those of the listed
 * types.
 */
export function textEventsOf(responses: readonly Response[]): true | string[] | undefined {
  const forms = eventFormsOf(responses);
  const texts = forms.filter(({ isText }) => isText);
  if (texts.length === 0) return undefined;
  return texts.length === forms.length || [...new Set(texts.flatMap(({ types }) => types ?? []))].sort();
}

/** The range of all media types. */
const ANYTHING = "*/*";

/**
 * Returns the `accept` header (RFC 9110, section 12.5.1): the media types of success responses, then JSON for errors,
 * then anything, because some APIs refuse a request rather than return an unlisted type.
 */
export function acceptOf(responses: readonly Response[]): string {
  const wanted = successResponses(responses).flatMap(({ content }) => content);
  const types = [...new Set(wanted.flatMap((item) => item.headerValue ?? mediaRange(item) ?? []))];
  if (types.length === 0) return "application/json, */*;q=0.5";
  if (types.includes(ANYTHING)) return types.join(", ");
  const named = wanted.filter(({ mediaType }) => mediaType === "application/json");
  if (named.some(({ isJson }) => isJson)) return types.join(", ");
  return [...types, ...(named.length > 0 ? [] : ["application/json;q=0.9"]), "*/*;q=0.5"].join(", ");
}

/** Returns a media range from the spec; undefined for a range that specs of JSON APIs write for JSON. */
function mediaRange({ mediaType, isJson }: MediaType): string | undefined {
  if (mediaType === ANYTHING) return isJson ? undefined : mediaType;
  const [, subtype = ""] = /^[\w.+-]+\/(\*(?:\+[\w.+-]+)?)$/.exec(mediaType) ?? [];
  return subtype === "" || (isJson && subtype === "*") ? undefined : mediaType;
}

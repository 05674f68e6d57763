import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import {
  type Api,
  isStream,
  type MediaType,
  type Operation,
  successResponses,
  unknownForm,
} from "../../../ir/index.js";

/** An API whose operations return the streams that the config asks for, and the faults of that setting. */
interface StreamingApi {
  api: Api;
  diagnostics: Diagnostic[];
}

/**
 * Changes the success responses of these operations to streams only: to the stream that the spec declares beside JSON
 * or a file, or else to events of unknown form. Reports operations that are not selected, or that declare no success
 * response (B44-366).
 *
 * @param streams operation ids
 */
export function withChosenStreams(api: Api, streams: readonly string[]): StreamingApi {
  if (streams.length === 0) return { api, diagnostics: [] };
  const known = new Map(api.operations.map((operation) => [operation.id, operation]));
  const diagnostics = streams.flatMap((id, index) => {
    const operation = known.get(id);
    if (operation && successResponses(operation.responses).length > 0) return [];
    const why = operation ? "for which the spec declares no success response" : "which is not selected";
    const message = `\`streams\` of ${api.name} names ${id}, ${why}.`;
    return diagnostic("B44-366", { message, setting: ["streams", index] });
  });
  const chosen = new Set(streams);
  const operations = api.operations.map((operation) => (chosen.has(operation.id) ? streaming(operation) : operation));
  return { api: { ...api, operations }, diagnostics };
}

function streaming(operation: Operation): Operation {
  const successes = successResponses(operation.responses);
  const offering = successes.filter(({ content }) => content.some(({ kind }) => isStream(kind)));
  const changed = new Set(offering.length > 0 ? offering : successes);
  const responses = operation.responses.map((response) => {
    if (!changed.has(response)) return response;
    const content = response.content.filter(({ kind }) => isStream(kind));
    return { ...response, content: content.length > 0 ? content : [UNKNOWN_EVENTS] };
  });
  return { ...operation, responses, portable: false };
}

/** Server-sent events without a description in a spec. */
const UNKNOWN_EVENTS: MediaType = {
  mediaType: "text/event-stream",
  headerValue: "text/event-stream",
  isJson: false,
  kind: "events",
  schema: undefined,
  itemSchema: undefined,
  events: [unknownForm()],
  encoding: {},
  files: [],
};

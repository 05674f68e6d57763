import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { type ContentKind, type Operation, type Response, successResponses } from "../../../ir/index.js";
import { operationList } from "../../operation-list.js";
import { answered } from "../operation/index.js";

/** A kind of stream that is read as another kind of content if a response may be either, and the consequence. */
interface Untaken {
  stream: ContentKind;
  taken: ContentKind;
  as: string;
  consequence: string;
}

const FAIL = "calls whose response is a stream of events fail (unexpected_stream)";

const UNTAKEN: readonly Untaken[] = [
  { stream: "events", taken: "json", as: "JSON", consequence: FAIL },
  { stream: "events", taken: "binary", as: "bytes", consequence: FAIL },
  { stream: "events", taken: "text", as: "text", consequence: FAIL },
  {
    stream: "lines",
    taken: "json",
    as: "JSON",
    consequence: "calls whose response is a stream return all of it as one string",
  },
];

/**
 * Reports responses that may be a stream of events or of lines according to the spec, but are read as something else
 * (B44-326).
 */
export function untakenStreams(operations: readonly Operation[]): Diagnostic[] {
  return UNTAKEN.flatMap((one) => untaken(operations, one));
}

function untaken(operations: readonly Operation[], one: Untaken): Diagnostic[] {
  const concerned = operations.filter((operation) => answerOfBoth(operation, one));
  const found = concerned[0] && answerOfBoth(concerned[0], one);
  if (!found) return [];
  const streams = concerned.flatMap((operation) => answerOfBoth(operation, one)?.mediaType ?? []);
  const names = [...new Set(streams)].join(" or ");
  const message = `Responses of ${operationList(concerned)} are read as ${one.as}, but may also be ${names}: ${one.consequence}.`;
  return [diagnostic("B44-326", { message, location: found.response.source })];
}

/** Returns the success response that declares both kinds, and the stream's media type; undefined if there is none. */
function answerOfBoth(
  { responses }: Operation,
  { stream, taken }: Untaken,
): { response: Response; mediaType: string } | undefined {
  for (const response of successResponses(responses)) {
    const found = response.content.find(({ kind }) => kind === stream);
    if (found && answered(response.content)[0]?.kind === taken) return { response, mediaType: found.mediaType };
  }
  return undefined;
}

import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type Operation, type Response, successResponses } from "../../ir/index.js";
import { operationList } from "../operation-list.js";

/** Where an answer may be a stream of events, or of lines, by the spec, and is taken as JSON (B44-326). */
export function untakenStreams(operations: readonly Operation[]): Diagnostic[] {
  return [
    ...untaken(operations, "events", "calls that are answered with events fail (unexpected_stream)"),
    ...untaken(operations, "lines", "calls that are answered with lines give them as one text"),
  ];
}

function untaken(operations: readonly Operation[], kind: "events" | "lines", consequence: string): Diagnostic[] {
  const asJson = operations.filter((operation) => answerOfBoth(operation, kind));
  const found = asJson[0] && answerOfBoth(asJson[0], kind);
  if (!found) return [];
  const streams = asJson.flatMap((operation) => answerOfBoth(operation, kind)?.mediaType ?? []);
  const names = [...new Set(streams)].join(" or ");
  const message = `Answers of ${operationList(asJson)} are taken as JSON, not as the ${names} that they may be too: ${consequence}.`;
  return [diagnostic("B44-326", { message, location: found.response.source })];
}

/** The answer of success that the spec declares as JSON and as a stream, and that one's media type. */
function answerOfBoth(
  { responses }: Operation,
  kind: "events" | "lines",
): { response: Response; mediaType: string } | undefined {
  for (const response of successResponses(responses)) {
    const stream = response.content.find((item) => item.kind === kind);
    if (stream && response.content.some((item) => item.isJson)) return { response, mediaType: stream.mediaType };
  }
  return undefined;
}

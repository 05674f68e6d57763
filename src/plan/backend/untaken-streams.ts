import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type Operation, type Response, successResponses } from "../../ir/index.js";
import { operationList } from "../operation-list.js";

/** Where an answer may be a stream of events by the spec, and is taken as JSON (B44-326). */
export function untakenStreams(operations: readonly Operation[]): Diagnostic[] {
  const asJson = operations.filter(answerOfBoth);
  const [first] = asJson;
  if (!first) return [];
  const message = `Answers of ${operationList(asJson)} are taken as JSON, not as the text/event-stream that they may be too: calls that are answered with events fail (unexpected_stream).`;
  return [diagnostic("B44-326", { message, location: answerOfBoth(first)?.source })];
}

/** The answer of success that the spec declares as JSON and as a stream of events. */
function answerOfBoth({ responses }: Operation): Response | undefined {
  return successResponses(responses).find(({ content }) => {
    const kinds = content.map(({ kind }) => kind);
    return kinds.includes("json") && kinds.includes("events");
  });
}

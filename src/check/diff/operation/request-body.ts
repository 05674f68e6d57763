import type { RequestBody } from "../../../ir/index.js";
import { compareContent } from "./content.js";
import { encodingChange } from "./encoding.js";
import type { AddChange, MediaTypePair } from "./media-types.js";
import type { OperationReport, ValuePlace } from "./report.js";

/** Compares the request body of an operation (OpenAPI 3.1, section 4.8.13). */
export function compareRequestBody(report: OperationReport): void {
  const { requestBody: was } = report.before;
  const { requestBody: is } = report.after;
  if (was && is) compareBodies(report, was, is);
  else if (was) {
    report.add({
      kind: "request-body-removed",
      place: placeOf(undefined),
      predicate: "was removed",
      before: was.source,
    });
  } else if (is) {
    const kind = is.required ? "request-body-required-added" : "request-body-added";
    const predicate = is.required ? "was added and is required" : "was added";
    report.add({ kind, place: placeOf(undefined), predicate, after: is.source });
  }
}

function compareBodies(report: OperationReport, was: RequestBody, is: RequestBody): void {
  const add: AddChange = (kind, predicate, mediaType) =>
    report.add({ kind, place: placeOf(mediaType), predicate, before: was.source, after: is.source });
  if (!was.required && is.required) add("request-body-became-required", "became required");
  if (was.required && !is.required) add("request-body-became-optional", "became optional");
  const used = compareContent(report, { before: was, after: is, direction: "request", place: placeOf }, add);
  for (const pair of used) compareEncoding(pair, add);
}

function compareEncoding({ before, after }: MediaTypePair, add: AddChange): void {
  const predicate = encodingChange(before.encoding, after.encoding);
  if (predicate !== undefined) add("request-encoding-changed", predicate, before.mediaType);
}

function placeOf(mediaType: string | undefined): ValuePlace {
  return { part: "payload", mediaType, path: [] };
}

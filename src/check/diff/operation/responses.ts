import { isSuccess, type Response, successResponses } from "../../../ir/index.js";
import type { OperationReport, ValuePlace } from "./report.js";
import { compareResponse } from "./response.js";

/** Compares the responses of an operation (OpenAPI 3.1, section 4.8.16), status by status. */
export function compareResponses(report: OperationReport): void {
  const before = report.before.responses.filter(isFinal);
  const after = report.after.responses.filter(isFinal);
  for (const was of before) {
    const same = after.find(({ status }) => status === was.status);
    if (same) compareResponse(report, was, same);
    else reportRemoved(report, was);
  }
  for (const is of after) {
    if (!before.some(({ status }) => status === is.status)) reportAdded(report, is);
  }
}

/** True for a response that can be a result. Informational statuses cannot (RFC 9110, section 15.2). */
function isFinal({ status }: Response): boolean {
  return status !== "1XX" && !(typeof status === "number" && status < 200);
}

function reportRemoved(report: OperationReport, was: Response): void {
  const { responses } = report.after;
  const cover = coverOf(was, responses);
  const place = placeOf(was);
  if (cover) {
    const predicate = `is no longer declared separately: ${cover.status} covers it`;
    report.add({ kind: "response-status-merged", place, predicate, before: was.source, after: cover.source });
    compareResponse(report, was, cover);
    return;
  }
  // If success statuses replace `default`, their responses were already compared with it.
  const isOfFailures = was.status === "default" && responses.some(isSuccess);
  const isLost = !isOfFailures && successResponses(report.before.responses).includes(was);
  const kind = isLost ? "response-success-status-removed" : "response-status-removed";
  report.add({ kind, place, predicate: "was removed", before: was.source });
}

function reportAdded(report: OperationReport, is: Response): void {
  const cover = coverOf(is, report.before.responses);
  const place = placeOf(is);
  if (cover) {
    const predicate = `is now declared separately: ${cover.status} covered it before`;
    report.add({ kind: "response-status-split", place, predicate, before: cover.source, after: is.source });
    compareResponse(report, { ...cover, status: is.status }, is);
    return;
  }
  const isOfSuccess = successResponses(report.after.responses).includes(is);
  const kind = isOfSuccess ? "response-success-status-added" : "response-status-added";
  report.add({ kind, place, predicate: "was added", after: is.source });
}

/**
 * Returns the range or `default` that covers a status without its own declaration. `default` covers all errors, and
 * successes if no success is declared.
 */
function coverOf({ status }: Response, responses: readonly Response[]): Response | undefined {
  if (status === "default") return undefined;
  const range = typeof status === "number" ? `${Math.floor(status / 100)}XX` : status;
  const isDefault = range !== "2XX" || !responses.some(isSuccess);
  return (
    responses.find((item) => item.status === range) ??
    (isDefault ? responses.find((item) => item.status === "default") : undefined)
  );
}

function placeOf({ status }: Response): ValuePlace {
  return { part: "response", status, mediaType: undefined, path: [] };
}

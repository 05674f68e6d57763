import type { Response } from "../../../ir/index.js";
import { compareContent } from "./content.js";
import type { AddChange } from "./media-types.js";
import type { OperationReport, ValuePlace } from "./report.js";

/** Compares two versions of a response: its content and its headers (OpenAPI 3.1, section 4.8.17). */
export function compareResponse(report: OperationReport, was: Response, is: Response): void {
  const place = (mediaType: string | undefined): ValuePlace => {
    return { part: "response", status: was.status, mediaType, path: [] };
  };
  const add: AddChange = (kind, predicate, mediaType) =>
    report.add({ kind, place: place(mediaType), predicate, before: was.source, after: is.source });
  const [had, has] = [was, is].map(({ content }) => content.length > 0);
  if (had && has) compareContent(report, { before: was, after: is, direction: "response", place }, add);
  else if (has) add("response-body-added", "now has a body");
  else if (had) add("response-body-removed", "no longer has a body");
  compareHeaders(report, was, is);
}

/** Compares the headers of a response (section 4.8.21), of which the IR has only the names. */
function compareHeaders(report: OperationReport, was: Response, is: Response): void {
  const [before, after] = [namesOf(was), namesOf(is)];
  const place = (name: string) => ({ part: "responseHeader", status: was.status, name }) as const;
  const sources = { before: was.source, after: is.source };
  for (const name of before) {
    if (after.has(name)) continue;
    report.add({ kind: "response-header-removed", place: place(name), predicate: "was removed", ...sources });
  }
  for (const name of after) {
    if (before.has(name)) continue;
    report.add({ kind: "response-header-added", place: place(name), predicate: "was added", ...sources });
  }
}

function namesOf({ headers }: Response): Set<string> {
  return new Set(headers.map(({ name }) => name));
}

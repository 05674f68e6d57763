import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { MediaType, Operation } from "../ir/index.js";
import { operationList } from "./operation-list.js";

/** An operation as the spec has it, and cut to what is carried of it. */
export interface CutOperation {
  operation: Operation;
  cut: Operation;
}

/** Where a request body has forms that take something else than the JSON that is sent (B44-326). */
export function unsentForms(operations: readonly CutOperation[]): Diagnostic[] {
  const withoutFiles = operations.filter((item) => sentJsonOf(item) && unsent(item).some(hasFiles));
  const ofOneType = operations.filter((item) => unsent(item).some((other) => isOtherJson(other, sentJsonOf(item))));
  return [
    ...note(withoutFiles, "without the files that their multipart form takes"),
    ...note(ofOneType, "not as their other JSON media types, which take something else"),
  ];
}

function note(operations: readonly CutOperation[], what: string): Diagnostic[] {
  const [first] = operations;
  if (!first) return [];
  const types = new Set(operations.flatMap((item) => sentJsonOf(item)?.mediaType ?? []));
  const list = operationList(operations.map(({ operation }) => operation));
  const message = `Payloads of ${list} are sent as ${[...types].join(", ")}, ${what}.`;
  return [diagnostic("B44-326", { message, location: first.operation.requestBody?.source })];
}

function sentJsonOf({ cut }: CutOperation): MediaType | undefined {
  return cut.requestBody?.content.find(({ isJson }) => isJson);
}

function unsent({ operation, cut }: CutOperation): MediaType[] {
  const sent = new Set(cut.requestBody?.content);
  return operation.requestBody?.content.filter((item) => !sent.has(item)) ?? [];
}

function hasFiles({ kind, files }: MediaType): boolean {
  return kind === "multipart" && files.length > 0;
}

function isOtherJson(other: MediaType, sent: MediaType | undefined): boolean {
  return sent !== undefined && other.isJson && JSON.stringify(other.schema) !== JSON.stringify(sent.schema);
}

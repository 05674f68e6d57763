import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { MediaType, Operation } from "../ir/index.js";
import { operationList } from "./operation-list.js";

/** An operation as in the spec, and reduced to what is carried of it. */
export interface CutOperation {
  operation: Operation;
  cut: Operation;
}

/**
 * Reports request bodies with other media types that accept files, or have another schema, than the one that is sent
 * (B44-326).
 */
export function unsentForms(operations: readonly CutOperation[]): Diagnostic[] {
  const withoutFiles = operations.filter((item) => sentOf(item)?.isJson && unsent(item).some(hasFiles));
  const asOtherJson = operations.filter((item) => unsent(item).some((other) => isOtherJson(other, sentOf(item))));
  const asOtherForm = operations.filter((item) => unsent(item).some((other) => isOtherForm(other, sentOf(item))));
  return [
    ...note(withoutFiles, "without the files that their multipart form accepts"),
    ...note(asOtherJson, "not as their other JSON media types, which have another schema"),
    ...note(asOtherForm, "not as their other form media type, which has another schema"),
  ];
}

function note(operations: readonly CutOperation[], what: string): Diagnostic[] {
  const [first] = operations;
  if (!first) return [];
  const types = new Set(operations.flatMap((item) => sentOf(item)?.mediaType ?? []));
  const list = operationList(operations.map(({ operation }) => operation));
  const message = `Payloads of ${list} are sent as ${[...types].join(", ")}, ${what}.`;
  return [diagnostic("B44-326", { message, location: first.operation.requestBody?.source })];
}

/** Returns the first media type that a plan keeps, which is sent. */
function sentOf({ cut }: CutOperation): MediaType | undefined {
  return cut.requestBody?.content[0];
}

function unsent({ operation, cut }: CutOperation): MediaType[] {
  const sent = new Set(cut.requestBody?.content);
  return operation.requestBody?.content.filter((item) => !sent.has(item)) ?? [];
}

function hasFiles({ kind, files }: MediaType): boolean {
  return kind === "multipart" && files.length > 0;
}

function isOtherJson(other: MediaType, sent: MediaType | undefined): boolean {
  return sent?.isJson === true && other.isJson && takesOther(other, sent);
}

/** True for the other kind of form than the sent one (multipart or urlencoded), if it has another, known schema. */
function isOtherForm(other: MediaType, sent: MediaType | undefined): boolean {
  return sent !== undefined && isForm(sent) && isForm(other) && other.schema !== undefined && takesOther(other, sent);
}

function isForm({ kind }: MediaType): boolean {
  return kind === "multipart" || kind === "form";
}

function takesOther(other: MediaType, sent: MediaType): boolean {
  return JSON.stringify(other.schema) !== JSON.stringify(sent.schema);
}

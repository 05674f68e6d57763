import { fileURLToPath } from "node:url";
import { contentHash, pathFrom } from "../files/index.js";
import type { Api, Operation } from "../ir/index.js";
import type { InputDocument, LockedApi } from "../project/index.js";
import { type Json, type JsonObject, setMember } from "../spec/json.js";
import type { SourceDocument } from "../spec/model.js";
import type { ApiSource, CompiledApi } from "./compile-read.js";

/**
 * What the lock keeps of an API: its documents, what was selected, and the operations with their names. URLs are kept
 * as messages show them, without credentials and query, for the lock is committed.
 */
export function lockedApi(source: ApiSource, compiled: CompiledApi, { api, folder }: LockedBy): LockedApi {
  const documents = lockedDocuments(compiled.documents, folder);
  const signatureOf = signatures();
  return {
    spec: compiled.copy?.header.origin.spec ?? documents[0]?.path ?? "",
    documents,
    selection: source.operations === "all" ? ["all"] : [...source.operations],
    operations: Object.fromEntries(
      api.operations.map((operation) => [operation.id, { name: operation.name, signature: signatureOf(operation) }]),
    ),
  };
}

/** What of an API is kept, and for which lock. */
interface LockedBy {
  /** The API with the operations that are carried. */
  api: Api;
  /** Absolute: the lock's folder. */
  folder: string;
}

/** What the lock keeps of documents that were read for something else than an API, each once. */
export function lockedDocuments(documents: readonly SourceDocument[], folder: string): InputDocument[] {
  const byPath = new Map(documents.map((document) => [lockedPath(document, folder), document.hash]));
  return [...byPath].map(([path, hash]) => ({ path, hash }));
}

/**
 * Makes of an operation a hash of what it is: not of where it stands, nor of how it came to be selected. What operations
 * have in common is prepared once.
 */
function signatures(): (operation: Operation) => string {
  const copies = new Map<object, unknown>();
  const copied = (shared: object) => {
    const copy = copies.get(shared) ?? withoutSources(shared);
    copies.set(shared, copy);
    return copy;
  };
  return ({ named: _, ...rest }) => {
    const own = withoutSources({ ...rest, parameters: [], responses: [] }) as JsonObject;
    const shared = {
      parameters: rest.parameters.map(copied),
      responses: rest.responses.map(({ source: _source, ...own }) => ({ ...own, content: copied(own.content) })),
    };
    // Members keep the places that they have in `rest`.
    return contentHash(JSON.stringify({ ...own, ...shared }));
  };
}

/** A copy, for JSON is made of it faster than with a function that leaves out members. */
function withoutSources(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSources);
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (!isSource(key, member)) setMember(copy, key, withoutSources(member) as Json);
  }
  return copy;
}

function isSource(key: string, value: unknown): boolean {
  return key === "source" && typeof value === "object" && value !== null && "pointer" in value;
}

function lockedPath({ uri, display }: SourceDocument, folder: string): string {
  return isLocalFile(uri) ? pathFrom(folder, fileURLToPath(uri)) : display;
}

/** True for the URI of a file on this machine; one with a host (`file://host/x`) names none. */
export function isLocalFile(uri: string): boolean {
  return /^file:\/\/\//i.test(uri);
}

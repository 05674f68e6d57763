import { fileURLToPath } from "node:url";
import { getOrInsert } from "../../collections/index.js";
import { contentHash, isLocalFile, pathFrom } from "../../files/index.js";
import type { Api, Operation, SourceRef } from "../../ir/index.js";
import type { InputDocument, LockedApi } from "../../project/index.js";
import type { SourceDocument } from "../../spec/model.js";
import type { ApiSource, CompiledApi } from "./compile-read.js";

/**
 * Returns an API's entry in the lock: its documents, its selection, and the operations with their names. URLs are
 * stored as messages show them, without credentials and query, because the lock is committed.
 */
export function lockedApi(source: ApiSource, compiled: CompiledApi, { api, folder }: LockedBy): LockedApi {
  const documents = lockedDocuments(compiled.documents, folder);
  const signatureOf = signatures();
  return {
    spec: compiled.copy?.header.origin.spec ?? documents[0]?.path ?? "",
    documents,
    selection: lockedSelection(source),
    operations: Object.fromEntries(
      api.operations.map((operation) => [operation.id, { name: operation.name, signature: signatureOf(operation) }]),
    ),
  };
}

/** Returns the selection of an API for the lock and a locked copy: its patterns, or only `all`. */
export function lockedSelection({ operations }: Pick<ApiSource, "operations">): string[] {
  return operations === "all" ? ["all"] : [...operations];
}

/** What {@link lockedApi} needs besides the source. */
interface LockedBy {
  /** The API with the operations that can be called. */
  api: Api;
  /** Absolute: the lock's folder. */
  folder: string;
}

/** Converts documents to the form that the lock has, each once. */
export function lockedDocuments(documents: readonly SourceDocument[], folder: string): InputDocument[] {
  const byPath = new Map(documents.map((document) => [lockedPath(document, folder), document.hash]));
  return [...byPath].map(([path, hash]) => ({ path, hash }));
}

/**
 * The members that are left out of an operation's hash: places in the spec, parameters that no call has, and how the
 * operation was selected. The last three are hashed separately.
 */
const WITHOUT = {
  authorizationParameter: undefined,
  mediaTypeParameters: undefined,
  named: undefined,
  source: undefined,
  parameters: undefined,
  requestBody: undefined,
  responses: undefined,
} satisfies { [Member in keyof Operation]?: undefined };

/**
 * Returns a function that hashes operations: their content, not their places in the spec. Parts that operations share
 * are converted to text only once.
 */
function signatures(): (operation: Operation) => string {
  const texts = new Map<object, string>();
  const textOf = <Shared extends object>(shared: Shared, own: (shared: Shared) => object) => {
    return getOrInsert(texts, shared, () => JSON.stringify(own(shared)));
  };
  return (operation) => {
    const { parameters, requestBody, responses } = operation;
    const servers = operation.servers.map(withoutSource);
    return contentHash(
      [
        JSON.stringify({ ...operation, ...WITHOUT, servers }),
        JSON.stringify(requestBody && withoutSource(requestBody)),
        ...parameters.map((parameter) => textOf(parameter, withoutSource)),
        ...responses.map((response) =>
          JSON.stringify([
            { ...response, content: undefined, source: undefined },
            textOf(response.content, (types) => types),
          ]),
        ),
      ].join("\n"),
    );
  };
}

function withoutSource<Part extends { source: SourceRef }>(part: Part): Omit<Part, "source"> {
  return { ...part, source: undefined };
}

function lockedPath({ uri, display }: SourceDocument, folder: string): string {
  return isLocalFile(uri) ? pathFrom(folder, fileURLToPath(uri)) : display;
}

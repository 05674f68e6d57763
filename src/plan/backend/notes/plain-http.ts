import { getOrInsert } from "../../../collections/index.js";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { isReadable } from "../../../files/index.js";
import type { Api, Operation } from "../../../ir/index.js";
import type { BackendOperation, BackendPlan } from "../../model.js";
import { operationList } from "../../operation-list.js";
import { placeholderFor, serverTaken } from "../servers/index.js";

/**
 * Where credentials go over plain http because the spec names no https server (B44-325). A base URL of the config is
 * taken as it is meant; a server that only stands for one is reported as such, and its like by https is none either.
 */
export function plainHttpNotes(api: Api, backend: BackendPlan, configured: string | undefined): Diagnostic[] {
  if (configured !== undefined) return [];
  const byUrl = new Map<string, Operation[]>();
  for (const operation of api.operations) {
    const planned = backend.operations.get(operation.id);
    const url = planned?.baseUrl ?? backend.baseUrl;
    if (!planned || !isReadable(url) || !sendsCredentials(planned, backend)) continue;
    if (placeholderFor(url, backend.connection) === undefined) getOrInsert(byUrl, url, () => []).push(operation);
  }
  return [...byUrl].map(([url, operations]) =>
    plainHttpNote({ api, url, operations, isBase: url === backend.baseUrl }),
  );
}

function sendsCredentials(planned: BackendOperation, { connection, headers }: BackendPlan): boolean {
  if (Object.values(headers).some((value) => typeof value !== "string")) return true;
  return planned.credentials.length > 0 || connection !== undefined;
}

interface PlainHttp {
  api: Api;
  url: string;
  operations: readonly Operation[];
  /** Whether that is where the API is, not only these operations. */
  isBase: boolean;
}

function plainHttpNote({ api, url, operations, isBase }: PlainHttp): Diagnostic {
  const option = `baseUrl: ${JSON.stringify(url.replace(/^http:/i, "https:"))}`;
  const taken = serverTaken((isBase ? api : operations[0])?.servers ?? [], api.address);
  const where = isBase ? "the API's config entry" : "a separate config entry for these operations";
  return diagnostic("B44-325", {
    message: `Calls of ${api.name} send credentials to ${url} over plain http, where others can read them (${operationList(operations)}).`,
    location: taken?.server.source ?? operations[0]?.source,
    ...(isBase ? { setting: ["baseUrl"] } : {}),
    help: `If the API supports https, set it in ${where}: ${option}.`,
  });
}

import { getOrInsert } from "../../../collections/index.js";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { isReadable } from "../../../files/index.js";
import type { Api, Operation } from "../../../ir/index.js";
import type { BackendOperation, BackendPlan } from "../../model.js";
import { operationList } from "../../operation-list.js";
import { placeholderFor, serverTaken } from "../servers/index.js";

/**
 * Reports credentials that are sent over plain http because the spec names no https server (B44-325). Reports nothing
 * for a base URL in the config, which is deliberate, or for a placeholder server, which has its own message and whose
 * https form would be a placeholder as well.
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
  /** True if the URL is the API's base URL, false if only these operations use it. */
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

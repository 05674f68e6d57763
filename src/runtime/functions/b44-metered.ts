import { askConnectors, type ConnectorClient } from "./b44-connection.ts";
import type { ApiDefinition, CallArguments, CallResult, OperationDefinition } from "./b44-definition.ts";
import { CallFailure, invalidInput } from "./b44-failure.ts";
import { idOf } from "./b44-parameters.ts";
import { buildRequest } from "./b44-request.ts";

/** A call through a metered connector. */
export interface MeteredCall {
  definition: ApiDefinition;
  operation: OperationDefinition;
  args: CallArguments;
  client: ConnectorClient;
  type: string;
}

/**
 * Calls an operation with Base44's own account, once: a second try could be charged again. Only JSON can go this way.
 *
 * @throws {CallFailure} `connector_phase` where the API did not answer, with the phase that was reached
 */
export async function callMetered({ definition, operation, args, client, type }: MeteredCall): Promise<CallResult> {
  if (operation.body && operation.body.kind !== "json") {
    const problem = "cannot be sent through a metered connector, which takes JSON only";
    throw invalidInput({ operation: idOf(operation), pointer: "/payload", problem });
  }
  const { url, init } = buildRequest({ definition, operation, args, base: operation.baseUrl ?? definition.baseUrl });
  for (const name of ["user-agent", "content-type"]) init.headers.delete(name);
  const answer = await askConnectors({
    client,
    connection: { kind: "metered", type },
    ask: (connectors) =>
      connectors.callApi?.(type, {
        method: init.method,
        path: url.pathname + url.search,
        headers: Object.fromEntries(init.headers),
        ...(args.payload === undefined ? {} : { body: args.payload }),
      }),
  });
  const { phase, status, data, dataBase64, contentType, headers = {}, creditsCharged } = answer;
  if (phase !== "responded" || status === null) {
    const message = `The call through the connector ${type} ended in the phase ${phase}`;
    const failure = { code: "connector_phase", message, data: { phase } } as const;
    throw new CallFailure(phase === "timed_out" ? { ...failure, status: 504 } : failure);
  }
  const bytes = dataBase64 && Uint8Array.from(atob(dataBase64), (char) => char.charCodeAt(0));
  return {
    success: status >= 200 && status < 300,
    status_code: status,
    data: bytes ? new Blob([bytes], { type: contentType ?? "" }) : (data ?? null),
    ...pickHeaders(new Headers(headers), operation.responseHeaders),
    creditsCharged,
  };
}

/** The headers of an answer that a result has. */
export function pickHeaders(headers: Headers, names: string[] = []): { headers?: Record<string, string> } {
  const found = names.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return found.length > 0 ? { headers: Object.fromEntries(found) } : {};
}

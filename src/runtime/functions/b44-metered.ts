import { bytesOf } from "./b44-base64.ts";
import { askConnectors, type ConnectorClient } from "./b44-connection.ts";
import { applyCredentials } from "./b44-credentials.ts";
import type { ApiDefinition, CallArguments, CallResult, OperationDefinition } from "./b44-definition.ts";
import { answerTooLarge, CallFailure, invalidInput, upstreamTimeout } from "./b44-failure.ts";
import { idOf } from "./b44-parameters.ts";
import { ANSWER_LIMIT } from "./b44-read.ts";
import { buildRequest } from "./b44-request.ts";
import { pickHeaders } from "./b44-response-headers.ts";

/** A call through a metered connector. */
export interface MeteredCall {
  definition: ApiDefinition;
  operation: OperationDefinition;
  args: CallArguments;
  client: ConnectorClient;
  type: string;
}

/**
 * Calls an operation with Base44's own account, without retries, because each could be charged. Only JSON can be sent.
 * Base44 reads the response and applies its own limits; the size of base64 is also limited here. A call that takes
 * longer than the definition allows is abandoned, but not cancelled: it can still reach the API and be charged.
 *
 * @throws {CallFailure} `connector_phase` if the API did not respond, with the phase that was reached; or
 *   `upstream_timeout`
 */
export async function callMetered({ definition, operation, args, client, type }: MeteredCall): Promise<CallResult> {
  if (operation.body && operation.body.kind !== "json") {
    const problem = "cannot be sent through a metered connector, which accepts only JSON";
    throw invalidInput({ operation: idOf(operation), pointer: "/payload", problem });
  }
  const request = buildRequest({ definition, operation, args, base: operation.baseUrl ?? definition.baseUrl });
  applyCredentials({ definition, operation, request });
  const { url, init } = request;
  for (const name of ["user-agent", "content-type"]) init.headers.delete(name);
  // Some versions of TypeScript's DOM types do not declare `Headers` as iterable.
  const sent: [string, string][] = [];
  init.headers.forEach((value, name) => {
    sent.push([name, value]);
  });
  const asked = askConnectors({
    client,
    connection: { kind: "metered", type },
    ask: (connectors) =>
      connectors.callApi?.(type, {
        method: init.method,
        path: url.pathname + url.search,
        headers: Object.fromEntries(sent),
        ...(args.payload === undefined ? {} : { body: args.payload }),
      }),
  });
  const { name, timeout } = definition;
  const answer = await within({ promise: asked, timeout, late: () => upstreamTimeout(name, timeout) });
  const { phase, status, data, dataBase64, contentType, headers = {}, creditsCharged } = answer;
  if (phase !== "responded" || status === null) {
    const message = `The call through the connector ${type} failed in the phase ${phase}`;
    const failure = { code: "connector_phase", message, data: { phase } } as const;
    throw new CallFailure(phase === "timed_out" ? { ...failure, status: 504 } : failure);
  }
  // Base64 writes three bytes as four characters.
  if ((dataBase64?.length ?? 0) > Math.ceil(ANSWER_LIMIT / 3) * 4) throw answerTooLarge(name, ANSWER_LIMIT);
  const bytes = dataBase64 && bytesOf(dataBase64);
  return {
    success: status >= 200 && status < 300,
    status_code: status,
    data: bytes ? new Blob([bytes], { type: contentType ?? "" }) : (data ?? null),
    ...pickHeaders({ headers: new Headers(headers), method: operation.method, names: operation.responseHeaders }),
    creditsCharged,
  };
}

interface Timed<Value> {
  promise: Promise<Value>;
  timeout: number;
  /** Makes the error for a promise that does not settle in time. */
  late: () => Error;
}

async function within<Value>({ promise, timeout, late }: Timed<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeout);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}

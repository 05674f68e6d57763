import { validateArguments } from "./b44-arguments.ts";
import { type ConnectorClient, connect, fillBase } from "./b44-connection.ts";
import { applyCredentials } from "./b44-credentials.ts";
import type {
  AnswerKind,
  ApiDefinition,
  CallArguments,
  CallResult,
  OperationDefinition,
  Sending,
} from "./b44-definition.ts";
import { answerTooLarge, CallFailure, unexpectedStream, upstreamTimeout } from "./b44-failure.ts";
import { callMetered } from "./b44-metered.ts";
import { ANSWER_LIMIT, mediaType, readData, readWhole } from "./b44-read.ts";
import { fetchWithin } from "./b44-redirect.ts";
import { buildRequest } from "./b44-request.ts";
import { pickHeaders } from "./b44-response-headers.ts";

/** A call of an API's operation. The client is required if the API is called through a connector. */
export interface UpstreamCall {
  definition: ApiDefinition;
  /** `method:/path`. */
  operationId: string;
  args?: CallArguments | undefined;
  client?: ConnectorClient;
}

/**
 * The operation with an id.
 *
 * @throws {CallFailure} `unknown_operation` if the definition does not have it
 */
export function operationOf(definition: ApiDefinition, id: unknown): OperationDefinition {
  const { name, operations } = definition;
  const found = typeof id === "string" && Object.hasOwn(operations, id) ? operations[id] : undefined;
  if (found) return found;
  const words = JSON.stringify(typeof id === "string" ? id.slice(0, 200) : null);
  throw new CallFailure({ code: "unknown_operation", message: `${name} has no operation ${words} that may be called` });
}

/**
 * Calls an API. Any response becomes a result, whatever its status. `data` is a `ReadableStream` if the operation
 * declares a stream and the response is one.
 *
 * @throws {CallFailure} if the call fails before there is a response
 */
export async function callUpstream({
  definition,
  operationId,
  args = {},
  client = {},
}: UpstreamCall): Promise<CallResult> {
  const operation = operationOf(definition, operationId);
  validateArguments({ definition, operation, args });
  const { connection } = definition;
  if (connection?.kind === "metered") {
    return callMetered({ definition, operation, args, client, type: connection.type });
  }
  const template = operation.baseUrl ?? definition.baseUrl;
  const answer = connection && (await connect({ client, connection }));
  const base = answer ? fillBase({ baseUrl: template, connection, config: answer.connectionConfig }) : template;
  const request = buildRequest({ definition, operation, args, base });
  const secretQuery = applyCredentials({ definition, operation, request });
  if (answer) request.init.headers.set("authorization", `Bearer ${answer.accessToken}`);
  return exchange({ definition, operation, sending: { ...request, secretQuery } });
}

/** The media type of server-sent events (HTML, section 9.2). */
const EVENTS = "text/event-stream";

interface Exchange {
  definition: ApiDefinition;
  operation: OperationDefinition;
  sending: Sending;
}

async function exchange({ definition, operation, sending }: Exchange): Promise<CallResult> {
  const { name, timeout, send = fetchWithin } = definition;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const response = await send({ ...sending, init: { ...sending.init, signal: stop.signal } }, operation);
    const { ok, status, headers } = response;
    const { method, responseHeaders: names } = operation;
    const body = method === "HEAD" ? null : response.body;
    const result = { success: ok, status_code: status, ...pickHeaders({ headers, method, names }) };
    if (body && streams(operation, response)) {
      return { ...result, data: body, content_type: headers.get("content-type") ?? "" };
    }
    if (body && ok && !operation.stream && mediaType(headers) === EVENTS && /json/i.test(operation.accept ?? "json")) {
      await body.cancel();
      throw unexpectedStream(name);
    }
    const tooLong = (): Error => answerTooLarge(name, ANSWER_LIMIT);
    const bytes = await readWhole({ body, headers, limit: ANSWER_LIMIT, tooLong });
    const kind = body ? kindOf(operation, response) : undefined;
    return { ...result, data: await readData({ bytes, headers, accept: operation.accept, kind }) };
  } catch (error) {
    if (error instanceof CallFailure) throw error;
    // The error's own message is omitted, because it can contain the URL and thus an API key.
    if (!stop.signal.aborted) {
      const message = `${name} could not be reached at ${sending.url.origin}`;
      throw new CallFailure({ code: "upstream_unreachable", message });
    }
    throw upstreamTimeout(name, timeout);
  } finally {
    clearTimeout(timer);
  }
}

/** The kind of data that the spec declares for a response, if it declares only one. */
function kindOf({ answers = {} }: OperationDefinition, { ok, status }: Response): AnswerKind | undefined {
  return ok ? (answers[status] ?? answers["2XX"] ?? answers.default) : answers.failure;
}

function streams({ stream }: OperationDefinition, { ok, headers }: Response): boolean {
  const type = mediaType(headers);
  return ok && (stream === "events" ? type === EVENTS : stream === "lines" && type !== "application/json");
}

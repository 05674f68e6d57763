import { settled } from "../app/b44.runtime.ts";
import { events, lines } from "../app/b44.stream.ts";
import type { ConnectorClient } from "../functions/b44-connection.ts";
import type { ApiDefinition, CallArguments } from "../functions/b44-definition.ts";
import { callUpstream } from "../functions/b44-upstream.ts";

/** The part of a function's client, or of its service role, that a call from inside a function needs. */
export type BackendClient = ConnectorClient;

/** Calls an operation directly from inside a function. The generated functions call this. */
export async function direct(
  operation: unknown,
  client: BackendClient,
  definition: ApiDefinition,
  operationId: string,
  args?: object | null,
): Promise<never> {
  const answer = await callUpstream({ definition, operationId, client, args: (args ?? {}) as CallArguments });
  const { content_type: _, ...result } = answer;
  if (result.data instanceof ReadableStream) {
    const body = result.data as ReadableStream<Uint8Array>;
    const { stream, textEvents } = definition.operations[operationId] ?? {};
    result.data = stream === "lines" ? lines(body) : events(body, textEvents);
  }
  return settled(operation, result as never);
}

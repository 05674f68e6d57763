import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, type Mock, onTestFinished, vi } from "vitest";
import type {
  ApiDefinition,
  BodyDefinition,
  CallArguments,
  OperationDefinition,
  ParameterDefinition,
} from "../../src/runtime/functions/b44-definition.js";
import { CallFailure } from "../../src/runtime/functions/b44-failure.js";
import { callUpstream } from "../../src/runtime/functions/b44-upstream.js";

/** A request as it came over the wire. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** What a server answers; undefined for an empty JSON object. */
export type Answer = (request: Received, response: ServerResponse) => unknown;

/** A server for the tests of a file that keeps what it received, and answers as a test says. */
export class Upstream {
  readonly received: Received[] = [];
  answer: Answer | undefined;
  origin = "";
  readonly #server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => undefined);
    // Who asked has gone.
    if (!body) return;
    const { method = "", url = "", headers } = request;
    const received = { method, url, headers, body };
    this.received.push(received);
    if (this.answer) this.answer(received, response);
    else response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** The one request that came. */
  get only(): Received {
    if (this.received.length !== 1) throw new Error(`${this.received.length} requests came`);
    return this.received[0]!;
  }
}

/** A server that starts and stops with the tests of a file, and forgets between two tests. */
export function useUpstream(): Upstream {
  const upstream = new Upstream();
  beforeAll(() => upstream.start());
  afterAll(() => upstream.stop());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer = undefined;
  });
  return upstream;
}

/** Keeps from the console what is said as an error in the tests of a file. Gives what it is told, anew for each test. */
export function useConsoleErrors(): Mock<typeof console.error> {
  const said = vi.fn<typeof console.error>();
  beforeEach(() => {
    said.mockClear();
    const spy = vi.spyOn(console, "error").mockImplementation(said);
    onTestFinished(() => spy.mockRestore());
  });
  return said;
}

/** Answers with a body of a type. */
export function answerWith(body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer {
  return (_, response) => response.writeHead(status, headers).end(body);
}

/**
 * What ends the time of the calls of this test, whose timers do not run by themselves: by the clock a busy machine has
 * the time be over before the call arrives, which then comes up in the next test.
 */
export function timeOfCalls(): { end(): void } {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  return { end: () => void vi.advanceTimersByTime(5000) };
}

/** An API of one operation, unless told otherwise. Its calls have 5 seconds. */
export function apiOf(
  baseUrl: string,
  operation: Partial<OperationDefinition> = {},
  api: Partial<ApiDefinition> = {},
): ApiDefinition {
  const whole: OperationDefinition = { method: "GET", path: "/things", access: "public", ...operation };
  return {
    name: "things",
    baseUrl,
    headers: {},
    credentials: {},
    timeout: 5000,
    validate: true,
    operations: { [`${whole.method.toLowerCase()}:${whole.path}`]: whole },
    checks: {},
    ...api,
  };
}

/** Calls the only operation of an API. */
export function callOnly(definition: ApiDefinition, args?: CallArguments, client?: object) {
  const [operationId = ""] = Object.keys(definition.operations);
  return callUpstream({ definition, operationId, args, client: client ?? {} });
}

/** What a promise rejects with, which must be a failure of the runtime's own. */
export async function failureOf(promise: Promise<unknown>): Promise<CallFailure> {
  const outcome = await promise.then(
    (value) => new Error(`resolved to ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof CallFailure) return outcome;
  throw outcome;
}

/** An operation with one parameter. */
export function withParameter(parameter: ParameterDefinition): Partial<OperationDefinition> {
  return { parameters: [parameter], ...(parameter.in === "path" ? { path: `/p/{${parameter.name}}` } : {}) };
}

/** An operation with a body. */
export function withBody(body: BodyDefinition): Partial<OperationDefinition> {
  return { method: "POST", body };
}

/** Arguments as they arrive as JSON: `__proto__` is an own key then. */
export function fromJson(text: string): CallArguments {
  return JSON.parse(text) as CallArguments;
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** A request as it came to the API. */
export interface Received {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** What the API answers next. */
export interface UpstreamAnswer {
  status: number;
  headers: Record<string, string>;
  /** Chunks go out as they come. */
  body: string | Buffer | AsyncIterable<string | Buffer>;
}

/** An API on this machine that keeps what it receives and answers what it is told to. */
export interface Upstream {
  readonly origin: string;
  readonly received: Received[];
  answer: UpstreamAnswer;
  /** Answers by the request instead, where it is set. */
  respond?: (request: Received) => UpstreamAnswer;
  /** Answers this as JSON from now on. */
  json(status: number, body: unknown): void;
}

/** The API of a test file. Each test begins without requests and with an empty object as the answer. */
export function useUpstream(): Upstream {
  let origin = "";
  const upstream: Upstream = {
    get origin() {
      return origin;
    },
    received: [],
    answer: { status: 200, headers: {}, body: "" },
    json(status, body) {
      upstream.answer = { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    const received = { method, url, headers, body: Buffer.concat(chunks) };
    upstream.received.push(received);
    const answer = upstream.respond?.(received) ?? upstream.answer;
    response.writeHead(answer.status, answer.headers);
    if (typeof answer.body === "string" || Buffer.isBuffer(answer.body)) response.end(answer.body);
    else pipeline(Readable.from(answer.body), response, () => {});
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.json(200, {});
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return upstream;
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { afterAll, beforeAll } from "vitest";
import type { FunctionsRuntime } from "./functions-runtime.js";

/** What the platform answers a call of one of its own routes. */
export interface PlatformAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A stand-in for Base44's platform: it routes functions, and answers what functions and the app ask of it. */
export interface Platform {
  readonly origin: string;
  /** Takes these functions for those behind it, and stops those that were. */
  serve(functions: FunctionsRuntime): Promise<void>;
  /** Further routes, by `METHOD path below /api/apps/APP`. */
  routes: Record<string, (body: unknown, headers: IncomingHttpHeaders) => PlatformAnswer>;
  /** What any other route answers. */
  fallback?: (route: string, body: unknown, headers: IncomingHttpHeaders) => PlatformAnswer;
  /** The role of the signed-in user. */
  role: string;
}

/** The platform of a test file. A token `user` is that of a signed-in user. */
export function usePlatform(): Platform {
  let origin = "";
  let functions: FunctionsRuntime | undefined;
  const platform: Platform = {
    get origin() {
      return origin;
    },
    async serve(next) {
      await functions?.stop();
      functions = next;
    },
    routes: {},
    role: "user",
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { pathname } = new URL(request.url ?? "", origin);
    const name = /^\/api\/(?:apps\/[^/]+\/)?functions\/([^/]+)$/.exec(pathname)?.[1];
    if (name && functions) {
      const { method = "" } = request;
      const handed = { method, headers: functionHeaders(request, origin), body };
      // A function that does not start is an answer, or its caller would wait for ever.
      const answer = await functions.fetch(name, handed).catch((error: unknown) => {
        return Response.json({ message: String(error) }, { status: 500 });
      });
      const headers = Object.fromEntries(answer.headers as unknown as Iterable<[string, string]>);
      response.writeHead(answer.status, headers);
      if (answer.body) pipeline(Readable.fromWeb(answer.body as never), response, () => {});
      else response.end();
      return;
    }
    const route = `${request.method} ${pathname.replace(/^\/api\/apps\/[^/]+/, "")}`;
    const { status, body: said, headers } = own(platform, route, request, body);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(said));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await functions?.stop();
  });
  return platform;
}

/** The headers with which Base44 hands a request to a function. */
function functionHeaders({ headers }: IncomingMessage, origin: string): Record<string, string> {
  const kept = ["authorization", "content-type"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(kept),
    "Base44-App-Id": "app-1",
    "Base44-Service-Authorization": "Bearer service-token",
    "Base44-Api-Url": origin,
  };
}

function own(platform: Platform, route: string, { headers }: IncomingMessage, body: Buffer): PlatformAnswer {
  if (route === "GET /entities/User/me") {
    const isUser = headers.authorization === "Bearer user";
    return isUser ? { status: 200, body: { id: "u1", role: platform.role } } : { status: 401, body: {} };
  }
  const parsed: unknown = body.length > 0 ? JSON.parse(String(body)) : undefined;
  const answer = platform.routes[route] ?? platform.fallback?.bind(undefined, route);
  return answer?.(parsed, headers) ?? { status: 404, body: { message: `${route} is not there` } };
}

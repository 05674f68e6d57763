import type { IncomingMessage } from "node:http";
import { pipeline, Readable, type Transform } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Network } from "./network.js";

/** The options of a request for a document, as in `fetch`. */
interface HttpRequest {
  headers: Record<string, string>;
  signal: AbortSignal;
}

/** The response headers that are read. */
const HEADERS = ["content-length", "content-type", "etag", "last-modified", "location"];

/** Responses that have no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Requests a URL without following redirects. Unlike the global `fetch`, it connects only to addresses that `network`
 * allows.
 * @returns the response, its body decoded as it is read
 * @throws the error of the connection, which has a `code`, or the reason of the signal.
 */
export function httpGetOver(network: Network): (url: URL, request: HttpRequest) => Promise<Response> {
  return (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const fail = (error: unknown) => reject(signal.aborted ? signal.reason : error);
      const { get } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
      const all = { "accept-encoding": "gzip, deflate, br", "user-agent": "b44-gen", ...headers };
      const request = get(url, { ...network.connection(url), headers: all, signal }, (message) => {
        try {
          resolve(responseOf(message, signal));
        } catch (error) {
          message.destroy();
          fail(error);
        }
      });
      request.on("error", fail);
    });
}

function responseOf(message: IncomingMessage, signal: AbortSignal): Response {
  const status = message.statusCode ?? 0;
  if (status < 200 || status > 599) throw Object.assign(new Error(), { code: "HPE_INVALID_STATUS" });
  const headers = HEADERS.flatMap((name): [string, string][] => {
    const value = message.headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  if (WITHOUT_BODY.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const content = decodedContent(message);
  signal.addEventListener("abort", () => content.destroy(signal.reason), { once: true });
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, { status, headers });
}

const decoders = new Map<string, () => Transform>([
  ["gzip", () => process.getBuiltinModule("node:zlib").createGunzip()],
  ["x-gzip", () => process.getBuiltinModule("node:zlib").createGunzip()],
  ["deflate", () => process.getBuiltinModule("node:zlib").createInflate()],
  ["br", () => process.getBuiltinModule("node:zlib").createBrotliDecompress()],
]);

/**
 * Decodes the content of a response (RFC 9110, section 8.4). Only one encoding is accepted: several nested ones can make a small
 * response grow without bounds.
 * @throws an error with the code `CONTENT_ENCODING` for any other encoding.
 */
function decodedContent(message: IncomingMessage): Readable {
  const encoding = message.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return message;
  const decoder = decoders.get(encoding);
  if (!decoder) throw Object.assign(new Error(encoding), { code: "CONTENT_ENCODING" });
  // Errors are passed on to the reader of the last stream.
  return pipeline(message, decoder(), () => {});
}

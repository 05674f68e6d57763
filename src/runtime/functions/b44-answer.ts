import { base64 } from "./b44-base64.ts";
import type { CallResult } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";

/** Returns a JSON response that must not be cached. */
export function answerJson(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}

/** Returns the response for a result: JSON, with binary data in base64; or the result's stream, passed through. */
export async function answerResult({ data, content_type = "", ...result }: CallResult): Promise<Response> {
  if (data instanceof ReadableStream) {
    const status = String(result.status_code);
    // An API's HTML or SVG must not become a page of the app's own origin. Its header may contain several types, of
    // which a browser uses the last.
    const type = /^text\/event-stream\s*(;|,|$)/i.test(content_type) ? "text/event-stream" : "application/x-ndjson";
    const headers = { "content-type": type, "x-b44-status-code": status, "cache-control": "no-store" };
    return new Response(data, { headers });
  }
  if (!(data instanceof Blob)) return answerJson({ ...result, data });
  const data_base64 = base64(new Uint8Array(await data.arrayBuffer()));
  return answerJson({ ...result, data: null, data_base64, content_type: data.type });
}

/**
 * Runs a function and turns what it throws into a response: a `Response` unchanged; a `CallFailure`, or an error with a
 * 4xx status or 501 (an own function that is not written yet), in the form of the SDK's errors; anything else as
 * `internal_error`. The message of such an error goes to the log only.
 */
export async function answering(name: string, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Response) return error;
    const { status, message, code = null } = Object(error);
    if (error instanceof CallFailure) return answerJson({ message, code, data: error.data ?? null }, status);
    if ((status >= 400 && status < 500) || status === 501) return answerJson({ message, code, data: null }, status);
    console.error(`${name}: ${error instanceof Error ? error.message : "a value was thrown that is not an error"}`);
    return answerJson({ message: `${name} failed`, code: "internal_error", data: null }, 500);
  }
}

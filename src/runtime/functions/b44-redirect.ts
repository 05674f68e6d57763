import { addQuery } from "./b44-credentials.ts";
import type { Sending } from "./b44-definition.ts";

const MOST = 5;

/** Hosts that are not public DNS names: IP addresses, and names of a single machine or a local network. */
const LOCAL = /^\[|^[\d.]+$|^[^.]+\.?$|\.(localhost|local|internal|intranet|lan|home\.arpa)\.?$/;

/**
 * `fetch` that sends credentials only to the request's own origin. A redirect within the origin is followed with all
 * headers. A redirect to another origin is followed only for GET and HEAD or with status 303, and only to https or the
 * same protocol; then only `accept` and `user-agent` are sent. No redirect is followed from a public name to a local
 * one. A redirect that is not followed, such as a sixth one, is returned as the response.
 */
export async function fetchWithin({ url, init, secretQuery = [] }: Sending): Promise<Response> {
  let from = url;
  let request = init;
  let secrets = secretQuery;
  for (let hop = 0; ; hop++) {
    const response = await fetch(from.href, { ...request, redirect: "manual" });
    const to = hop < MOST ? targetOf(response, from) : undefined;
    if (!to) return response;
    const method = (request.method ?? "GET").toUpperCase();
    const safe = method === "GET" || method === "HEAD";
    const turned = !safe && (response.status === 303 || (response.status < 303 && method === "POST"));
    const home = to.origin === from.origin;
    if (!home && !safe && response.status !== 303) return response;
    if (!home && to.protocol !== "https:" && to.protocol !== from.protocol) return response;
    if (LOCAL.test(to.hostname) && !LOCAL.test(from.hostname)) return response;
    if (request.body instanceof ReadableStream && !turned) return response;
    await response.body?.cancel();
    if (turned) request = withoutBody(request);
    const keys = secrets.map((pair) => [decodeURIComponent(pair[0]), pair] as const);
    for (const [key, pair] of keys) {
      const there = to.searchParams.has(key);
      if (home && !there) addQuery(to, [pair]);
      if (!home && there) to.searchParams.delete(key);
    }
    if (!home) {
      request = { ...request, headers: harmless(request.headers) };
      secrets = [];
    }
    from = to;
  }
}

function targetOf(response: Response, from: URL): URL | undefined {
  const location = response.headers.get("location");
  if (!location || ![301, 302, 303, 307, 308].includes(response.status) || !URL.canParse(location, from.href)) return;
  const to = new URL(location, from);
  return /^https?:$/.test(to.protocol) && !to.username && !to.password ? to : undefined;
}

function withoutBody({ body: _, ...init }: Sending["init"]): Sending["init"] {
  const headers = new Headers(init.headers);
  for (const name of ["content-type", "content-length", "content-encoding", "content-language"]) headers.delete(name);
  return { ...init, method: "GET", headers };
}

function harmless(headers: Headers): Headers {
  const kept = ["accept", "user-agent"].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Headers(kept);
}

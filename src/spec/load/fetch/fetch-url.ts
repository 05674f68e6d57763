import { DiagnosticError, fail } from "../../../diagnostics/index.js";
import { decodedText } from "../../../json/index.js";
import { displayUrl } from "../display.js";
import type { Budget } from "../limits/budget.js";
import { collectBytes, failTooManyBytes } from "../limits/bytes.js";
import { bareUrl } from "../source.js";
import { httpGetOver } from "./http-get.js";
import type { Network } from "./network.js";
import { networkReason } from "./network-reason.js";
import { withinTime } from "./within-time.js";

/** Options and limits for fetching a document. */
interface FetchOptions {
  display: string;
  maxBytes: number;
  timeoutMs: number;
  /** The network, which decides which addresses may be connected to. */
  network: Network;
  /** Replaces the network. */
  fetch?: typeof fetch | undefined;
  /** The limits that this document shares with others. */
  budget?: Budget | undefined;
  /** Fetches the document only if it is another version than this. */
  ifChanged?: KnownVersion | undefined;
  /** Throws if a redirect must not be followed. */
  checkRedirect(from: URL, to: URL): void;
}

/** A document as received from a server (RFC 9110, section 6.4). */
interface FetchedBytes {
  bytes: Uint8Array;
  /** The address of the response, after all redirects: the base of relative references (RFC 3986, section 5.1.3). */
  url: URL;
  contentType: string | undefined;
  validators: Validators;
}

/** The validators that a server sent for a version of a document (RFC 9110, section 8.8). */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** A version of a document, and its address: validators are valid only for that (RFC 9110, section 8.8). */
export interface KnownVersion extends Validators {
  /** After all redirects, without query. */
  url: string;
}

const maxRedirects = 5;

/**
 * Reads a URL; undefined if the server says that `ifChanged` is still current. Follows up to 5 redirects, but none from
 * https to http. Sends credentials in the URL to its own origin only, and not at all after a redirect to another
 * origin.
 * @throws DiagnosticError B44-102 if the server does not respond with a document in time, B44-111 if the document is
 * too large.
 */
export async function fetchUrl(
  url: URL,
  options: FetchOptions & { ifChanged: KnownVersion },
): Promise<FetchedBytes | undefined>;
export async function fetchUrl(url: URL, options: FetchOptions & { ifChanged?: never }): Promise<FetchedBytes>;
export async function fetchUrl(url: URL, options: FetchOptions): Promise<FetchedBytes | undefined> {
  const time = { milliseconds: options.timeoutMs, others: options.budget?.signals };
  try {
    return await withinTime(time, (signal) => followed(url, { signal, options }));
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    options.budget?.check();
    const { why, help } = networkReason(error, options.timeoutMs);
    return failFetch(options, `could not be fetched: ${why}`, help);
  }
}

/** Reads a URL and follows its redirects. */
async function followed(
  url: URL,
  { signal, options }: { signal: AbortSignal; options: FetchOptions },
): Promise<FetchedBytes | undefined> {
  let current = url;
  let login: URL | undefined = url;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await request(current, { login, signal, options });
    if (response.status === 304 && isOfVersion(current, options.ifChanged)) return undefined;
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) {
      const bytes = await body(response, options);
      return { bytes, url: current, contentType: contentType(response), validators: validatorsOf(response) };
    }
    await response.body?.cancel();
    const target = redirectTarget(location, current, options);
    if (current.protocol === "https:" && target.protocol === "http:") {
      failRedirect(options.display, target, "which is no longer encrypted");
    }
    options.checkRedirect(current, target);
    if (target.origin !== url.origin) login = undefined;
    current = target;
  }
  return failFetch(options, `redirects more than ${maxRedirects} times`);
}

function request(
  url: URL,
  { login, signal, options }: { login: URL | undefined; signal: AbortSignal; options: FetchOptions },
) {
  const { fetch: fetcher, network, ifChanged } = options;
  const headers: Record<string, string> = { accept: "application/json, application/yaml, */*;q=0.8" };
  if (isOfVersion(url, ifChanged)) {
    if (ifChanged?.etag) headers["if-none-match"] = ifChanged.etag;
    if (ifChanged?.lastModified) headers["if-modified-since"] = ifChanged.lastModified;
  }
  if (login?.username || login?.password) {
    const credentials = `${decodedText(login.username)}:${decodedText(login.password)}`;
    headers.authorization = `Basic ${Buffer.from(credentials).toString("base64")}`;
  }
  if (!fetcher) return httpGetOver(network)(bareUrl(url), { headers, signal });
  return fetcher(bareUrl(url), { headers, redirect: "manual", signal });
}

/**
 * Whether a version belongs to this address. False for an address with a query, because a version does not record the
 * query.
 */
function isOfVersion(url: URL, version: KnownVersion | undefined): boolean {
  return version !== undefined && url.search === "" && `${url.origin}${url.pathname}` === version.url;
}

function redirectTarget(location: string, from: URL, options: FetchOptions): URL {
  const target = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (target?.protocol === "http:" || target?.protocol === "https:") return target;
  return failFetch(options, "redirects to something that is not an http(s) URL");
}

async function body(response: Response, options: FetchOptions): Promise<Uint8Array> {
  const { display, maxBytes, budget } = options;
  if (!response.ok) {
    await response.body?.cancel();
    const text = process.getBuiltinModule("node:http").STATUS_CODES[response.status];
    return failFetch(options, `returned ${response.status}${text ? ` ${text}` : ""}`);
  }
  if (Number(response.headers.get("content-length")) > maxBytes) {
    await response.body?.cancel();
    failTooManyBytes(display, maxBytes);
  }
  return response.body ? collectBytes(response.body, { maxBytes, display, budget }) : new Uint8Array();
}

function validatorsOf({ headers }: Response): Validators {
  const etag = headers.get("etag");
  const lastModified = headers.get("last-modified");
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function contentType(response: Response): string | undefined {
  return response.headers.get("content-type") ?? undefined;
}

function failFetch(options: FetchOptions, why: string, help?: string): never {
  fail("B44-102", { message: `"${options.display}" ${why}.`, location: { file: options.display }, help });
}

/** Throws B44-102 for a redirect that is not followed; `why` completes the sentence. */
export function failRedirect(display: string, to: URL, why: string): never {
  fail("B44-102", { message: `"${display}" redirects to "${displayUrl(to)}", ${why}.`, location: { file: display } });
}

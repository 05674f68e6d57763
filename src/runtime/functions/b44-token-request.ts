import { base64 } from "./b44-base64.ts";
import { readSecret } from "./b44-credentials.ts";
import type { ClientCredentials } from "./b44-definition.ts";
import { answerTooLarge, CallFailure, tooManyCalls } from "./b44-failure.ts";
import { readWhole } from "./b44-read.ts";
import { USER_AGENT } from "./b44-request.ts";

/** A request for a token: its body, and the header `authorization` if that authenticates the client. */
export interface TokenRequest {
  body: string;
  authorization: string | undefined;
}

/** A token that the token endpoint granted. `seconds` is its lifetime, if the endpoint returned one. */
export interface Granted {
  token: string;
  seconds: number | undefined;
}

/** A token to fetch for an API, and the signal that aborts this. */
export interface TokenFetch {
  /** The API's name. */
  api: string;
  credential: ClientCredentials;
  request: TokenRequest;
  signal: AbortSignal | null | undefined;
}

/** The maximum size of a token response, in bytes. */
const LIMIT = 1_000_000;

/**
 * Builds the request for a token (RFC 6749, sections 4.4.2 and 2.3.1), with the current values of the secrets.
 *
 * @throws {CallFailure} `secret_missing`
 */
export function buildTokenRequest(credential: ClientCredentials): TokenRequest {
  const { authentication, scope, parameters = {} } = credential;
  const id = readSecret(credential.clientId);
  const secret = readSecret(credential.clientSecret);
  const body = new URLSearchParams({ grant_type: "client_credentials" });
  if (scope !== undefined) body.set("scope", scope);
  for (const [name, value] of Object.entries(parameters)) {
    body.set(name, typeof value === "string" ? value : readSecret(value.secret));
  }
  if (authentication === "basic") {
    const login = new TextEncoder().encode(`${formEncoded(id)}:${formEncoded(secret)}`);
    return { body: body.toString(), authorization: `Basic ${base64(login)}` };
  }
  body.set("client_id", id);
  body.set("client_secret", secret);
  return { body: body.toString(), authorization: undefined };
}

/** Encodes as in a form (RFC 6749, appendix B), but only where necessary, because some servers do not decode it. */
function formEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll("%20", "+");
}

/**
 * Fetches a token. Redirects are not followed, because the request contains the client's secret.
 *
 * @throws {CallFailure} `token_refused`, `too_many_calls`, `answer_too_large` or `upstream_unreachable`; or the
 *   signal's reason
 */
export async function fetchToken({ api, credential, request, signal }: TokenFetch): Promise<Granted> {
  const { tokenUrl } = credential;
  const { body, authorization } = request;
  const who = `The token endpoint of ${api}`;
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": USER_AGENT,
  });
  if (authorization !== undefined) headers.set("authorization", authorization);
  let status: number;
  let answer: TokenAnswer;
  try {
    const response = await fetch(tokenUrl, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
      signal: signal ?? null,
    });
    status = response.status;
    const tooLong = (): Error => answerTooLarge(who, LIMIT);
    const bytes = await readWhole({ body: response.body, headers: response.headers, limit: LIMIT, tooLong });
    answer = parsed(await bytes.text());
  } catch (error) {
    if (signal?.aborted || error instanceof CallFailure) throw error;
    const message = `${who} could not be reached at ${new URL(tokenUrl).origin}`;
    throw new CallFailure({ code: "upstream_unreachable", message });
  }
  if (status === 429) throw tooManyCalls(who);
  const { access_token: token, expires_in: seconds } = answer;
  // `token_type` is ignored, because some APIs (eBay) take bearer tokens and call them something else.
  if (status >= 200 && status < 300 && typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) {
    return { token, seconds: secondsOf(seconds) };
  }
  throw refused({ api, credential, status, answer });
}

/** A response of the token endpoint (RFC 6749, sections 5.1 and 5.2). None of its members can be relied on. */
interface TokenAnswer {
  access_token?: unknown;
  expires_in?: unknown;
  error?: unknown;
}

function parsed(text: string): TokenAnswer {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A lifetime in seconds. Some servers return a string instead of a number. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** The error codes that are reported (RFC 6749, section 5.2). Other text in the response could repeat a secret. */
const REASONS = [
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
];

interface Refusal {
  api: string;
  credential: ClientCredentials;
  status: number;
  answer: TokenAnswer;
}

function refused({ api, credential, status, answer }: Refusal): CallFailure {
  const reason = REASONS.find((one) => one === answer.error) ?? null;
  const what = reason ? `${status} (${reason})` : status;
  const { clientId, clientSecret } = credential;
  const message = `The token endpoint of ${api} returned ${what} and no token: check the secrets ${clientId} and ${clientSecret}, and the token settings in the config`;
  return new CallFailure({ code: "token_refused", message, data: { status, reason } });
}

import type { ClientCredentials } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { buildTokenRequest, fetchToken, type Granted, type TokenRequest } from "./b44-token-request.ts";

/** A client's credentials, and the API that they are for. */
export interface TokenSourceParts {
  /** The API's name. */
  api: string;
  credential: ClientCredentials;
}

/** A request for a token from a {@link TokenSource}. */
export interface TokenWanted {
  /** Aborts when the caller stops waiting. */
  signal: AbortSignal | null | undefined;
  /** A token that the API refused. */
  refused?: string | undefined;
}

/** How long a token without a declared lifetime is kept, in seconds. */
const UNSAID = 300;

/** How many seconds before its expiry a token is no longer used. For a short lifetime, half of that counts instead. */
const MARGIN = 60;

/**
 * How long calls wait for the token that another call is fetching, in milliseconds. That fetch may never settle,
 * because a runtime may drop everything that belongs to a request when its caller disconnects.
 */
const PATIENCE = 5000;

/** A token request of one call that is not settled yet. */
interface Asking {
  request: TokenRequest;
  granted: Promise<Granted>;
  /** When other calls stop waiting for it. */
  until: number;
}

interface Kept {
  token: string;
  request: TokenRequest;
  until: number;
}

/**
 * The tokens of one client. A token is fetched on demand, once for all calls that wait for it, and kept until it
 * expires.
 */
export class TokenSource {
  readonly #parts: TokenSourceParts;
  #kept: Kept | undefined;
  #asking: Asking | undefined;

  constructor(parts: TokenSourceParts) {
    this.#parts = parts;
  }

  /**
   * Returns a token that is still valid and is not the refused one.
   *
   * @throws {CallFailure} `secret_missing`, `token_refused`, `too_many_calls` or `upstream_unreachable`; or the
   *   signal's reason
   */
  async token({ signal, refused }: TokenWanted): Promise<string> {
    const request = buildTokenRequest(this.#parts.credential);
    const kept = this.#kept;
    if (kept && isSame(kept.request, request) && kept.token !== refused && Date.now() < kept.until) return kept.token;
    const asking = this.#asking;
    if (!asking || !isSame(asking.request, request) || Date.now() >= asking.until) return this.#ask(request, signal);
    return (await outcomeOf(asking, signal)) ?? this.token({ signal, refused });
  }

  async #ask(request: TokenRequest, signal: TokenWanted["signal"]): Promise<string> {
    const { api, credential } = this.#parts;
    const now = Date.now();
    const asking = { request, granted: fetchToken({ api, credential, request, signal }), until: now + PATIENCE };
    this.#asking = asking;
    try {
      const { token, seconds = UNSAID } = await asking.granted;
      this.#kept = { token, request, until: now + (seconds - Math.min(MARGIN, seconds / 2)) * 1000 };
      return token;
    } finally {
      if (this.#asking === asking) this.#asking = undefined;
    }
  }
}

/** True if two requests have the same secrets. These can change without a deploy, which invalidates kept tokens. */
function isSame(one: TokenRequest, other: TokenRequest): boolean {
  return one.body === other.body && one.authorization === other.authorization;
}

/** The token that another call is fetching; undefined if that call ended without a response, or may have. */
async function outcomeOf({ granted, until }: Asking, signal: TokenWanted["signal"]): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<undefined>((resolve, reject) => {
    timer = setTimeout(() => resolve(undefined), until - Date.now());
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  const token = granted.then(
    (answer) => answer.token,
    (error: unknown) => {
      if (error instanceof CallFailure) throw error;
      return undefined;
    },
  );
  try {
    return await Promise.race([token, ended]);
  } finally {
    clearTimeout(timer);
  }
}

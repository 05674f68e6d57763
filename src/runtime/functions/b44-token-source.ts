import type { ClientCredentials } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { buildTokenRequest, fetchToken, type Granted, type TokenRequest } from "./b44-token-request.ts";

/** Which API a client's credentials are for. */
export interface TokenSourceParts {
  /** The API's name. */
  api: string;
  credential: ClientCredentials;
}

/** What a token is wanted for. */
export interface TokenWanted {
  /** Says when the caller no longer waits. */
  signal: AbortSignal | null | undefined;
  /** A token that the API refused. */
  refused?: string | undefined;
}

/** How long, in seconds, a token is kept of which nobody says when it expires. */
const UNSAID = 300;

/** How many seconds before its end a token is no longer sent, or half its time where that is less. */
const MARGIN = 60;

/**
 * How long, in milliseconds, calls wait for what another call has asked: that one may have ended without an answer,
 * since a runtime may drop all that belongs to a request when its caller goes.
 */
const PATIENCE = 5000;

/** What the token endpoint was asked by one call and not answered yet. */
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

/** The tokens of one client: asked for when they are needed, once for all calls that wait, and kept until they expire. */
export class TokenSource {
  readonly #parts: TokenSourceParts;
  #kept: Kept | undefined;
  #asking: Asking | undefined;

  constructor(parts: TokenSourceParts) {
    this.#parts = parts;
  }

  /**
   * A token that is good for now, and another one than was refused.
   *
   * @throws {CallFailure} `secret_missing`, `token_refused`, `too_many_calls` or `upstream_unreachable`; or the signal's
   *   reason
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

/** Secrets change without a deploy, and a token of another client is none of this one. */
function isSame(one: TokenRequest, other: TokenRequest): boolean {
  return one.body === other.body && one.authorization === other.authorization;
}

/** The token that another call asked for; undefined where that call ended without an answer, or may have. */
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

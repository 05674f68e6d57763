import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withClientCredentials } from "../../src/runtime/functions/b44-client-credentials.js";
import type { ApiDefinition, ClientCredentials } from "../../src/runtime/functions/b44-definition.js";
import { TokenSource } from "../../src/runtime/functions/b44-token-source.js";
import {
  type Answer,
  answerWith,
  apiOf,
  callOnly,
  failureOf,
  type Received,
  timeOfCalls,
  useUpstream,
} from "./support.js";

const upstream = useUpstream();
const tokens = useUpstream();
const SECRETS = { T_ID: "the id", T_SECRET: "s3cr3t:/+~é", T_ACCOUNT: "acc&1" };

/** The time that the clock shows, apart from how long a test takes. */
let now = 0;

beforeEach(() => {
  Object.assign(process.env, SECRETS);
  now = Date.UTC(2030, 0, 1);
  vi.spyOn(Date, "now").mockImplementation(() => now);
  tokens.answer = granting({ expires_in: 3600 });
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const name of Object.keys(SECRETS)) delete process.env[name];
});

/** Answers with the token `t1`, then `t2` and so on. */
function granting(more: object = {}): Answer {
  let count = 0;
  return (request, response) => {
    count++;
    answerWith(JSON.stringify({ access_token: `t${count}`, token_type: "Bearer", ...more }))(request, response);
  };
}

function credentialWith(more: Partial<ClientCredentials> = {}): ClientCredentials {
  return {
    in: "clientCredentials",
    tokenUrl: `${tokens.origin}/token`,
    clientId: "T_ID",
    clientSecret: "T_SECRET",
    authentication: "basic",
    ...more,
  };
}

/** An API whose one operation takes the credential. */
function apiWith(more: Partial<ClientCredentials> = {}, api: Partial<ApiDefinition> = {}): ApiDefinition {
  const body = { kind: "json", type: "application/json" } as const;
  return withClientCredentials(
    apiOf(
      upstream.origin,
      { credentials: ["oauth"], method: "POST", body },
      { credentials: { oauth: credentialWith(more) }, ...api },
    ),
  );
}

const sent = () => upstream.received.map(({ headers }) => headers.authorization);

describe("the request for a token", () => {
  const login = Buffer.from("the+id:s3cr3t%3A%2F%2B~%C3%A9").toString("base64");

  it.each<[what: string, given: Partial<ClientCredentials>, form: Record<string, string>, authorization?: string]>([
    ["is authenticated by HTTP basic", {}, { grant_type: "client_credentials" }, `Basic ${login}`],
    [
      "or has the client's id and secret in its body",
      { authentication: "body" },
      { grant_type: "client_credentials", client_id: SECRETS.T_ID, client_secret: SECRETS.T_SECRET },
    ],
    ["names the scopes", { scope: "a b" }, { grant_type: "client_credentials", scope: "a b" }, `Basic ${login}`],
    [
      "has more parameters, from strings and secrets",
      {
        parameters: {
          audience: "https://a/?b",
          account_id: { secret: "T_ACCOUNT" },
          grant_type: "account_credentials",
        },
      },
      { grant_type: "account_credentials", audience: "https://a/?b", account_id: SECRETS.T_ACCOUNT },
      `Basic ${login}`,
    ],
  ])("%s", async (_, given, form, authorization) => {
    await callOnly(apiWith(given));
    const { method, url, headers, body } = tokens.only;
    expect([method, url, headers.authorization]).toEqual(["POST", "/token", authorization]);
    expect(headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": "base44-function",
    });
    expect(Object.fromEntries(new URLSearchParams(String(body)))).toEqual(form);
    expect(sent()).toEqual(["Bearer t1"]);
  });

  it("is not sent for an operation without such a credential", async () => {
    await callOnly(withClientCredentials(apiOf(upstream.origin, {}, { credentials: { oauth: credentialWith() } })));
    expect([sent(), tokens.received]).toEqual([[undefined], []]);
  });

  it.each(["T_ID", "T_SECRET", "T_ACCOUNT"])(
    "is not made without the secret %s, and neither is the call",
    async (name) => {
      delete process.env[name];
      const failure = await failureOf(callOnly(apiWith({ parameters: { a: { secret: "T_ACCOUNT" } } })));
      expect(failure).toMatchObject({ status: 500, code: "secret_missing", data: { secret: name } });
      expect([...tokens.received, ...upstream.received]).toEqual([]);
    },
  );
});

describe("a token", () => {
  it("is fetched once for calls at the same time, and kept", async () => {
    const api = apiWith();
    await Promise.all(Array.from({ length: 20 }, () => callOnly(api)));
    await callOnly(api);
    expect([tokens.received.length, new Set(sent())]).toEqual([1, new Set(["Bearer t1"])]);
  });

  it.each<[expires: unknown, seconds: number]>([
    [3600, 3540],
    ["3600", 3540],
    [60, 30],
    [undefined, 240],
    ["soon", 240],
  ])("that expires in %j is sent for %d seconds", async (expires, seconds) => {
    tokens.answer = granting({ expires_in: expires });
    const api = apiWith();
    const start = now;
    for (const later of [0, seconds * 1000 - 1, seconds * 1000]) {
      now = start + later;
      await callOnly(api);
    }
    expect(sent()).toEqual(["Bearer t1", "Bearer t1", "Bearer t2"]);
  });

  it.each([0, -5])("that expires in %d seconds is used for one call", async (expires) => {
    tokens.answer = granting({ expires_in: expires });
    const api = apiWith();
    await callOnly(api);
    await callOnly(api);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it("of previous secrets is not sent", async () => {
    const api = apiWith();
    await callOnly(api);
    process.env.T_SECRET = "another";
    await callOnly(api);
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
  });
});

/** Answers 401 to the tokens that it is told of, and 200 to others. */
const refusing = (...refused: string[]): Answer => {
  return ({ headers }, response) => {
    const status = refused.some((token) => headers.authorization === `Bearer ${token}`) ? 401 : 200;
    answerWith(
      JSON.stringify({ status }),
      { "content-type": "application/json" },
      status,
    )(undefined as never, response);
  };
};

describe("if the API returns 401", () => {
  it("a token is fetched anew, and the complete call is repeated", async () => {
    const api = apiWith();
    upstream.answer = refusing("t1");
    const result = await callOnly(api, { payload: { a: 1 } });
    expect(result).toEqual({ success: true, status_code: 200, data: { status: 200 } });
    expect(sent()).toEqual(["Bearer t1", "Bearer t2"]);
    expect(upstream.received.map(({ body }) => String(body))).toEqual(['{"a":1}', '{"a":1}']);
    await callOnly(api);
    expect(sent().slice(2)).toEqual(["Bearer t2"]);
  });

  it("for the new token too, that is the result", async () => {
    upstream.answer = refusing("t1", "t2", "t3");
    expect(await callOnly(apiWith())).toMatchObject({ success: false, status_code: 401, data: { status: 401 } });
    expect([sent(), tokens.received.length]).toEqual([["Bearer t1", "Bearer t2"], 2]);
  });

  it("for several calls, one new token is fetched for all", async () => {
    const api = apiWith();
    await callOnly(api);
    upstream.answer = refusing("t1");
    const results = await Promise.all(Array.from({ length: 10 }, () => callOnly(api)));
    expect([new Set(results.map(({ status_code }) => status_code)), tokens.received.length]).toEqual([
      new Set([200]),
      2,
    ]);
  });

  it("after a redirect to another origin, that is the result", async () => {
    upstream.answer = (_, response) => response.writeHead(303, { location: `${tokens.origin}/elsewhere` }).end();
    const grant = granting();
    tokens.answer = (request, response) => {
      if (request.url === "/token") grant(request, response);
      else response.writeHead(401).end();
    };
    expect(await callOnly(apiWith())).toMatchObject({ status_code: 401 });
    expect(tokens.received.map(({ url, headers }) => [url, headers.authorization?.slice(0, 6)])).toEqual([
      ["/token", "Basic "],
      ["/elsewhere", undefined],
    ]);
  });
});

describe("a token endpoint that returns no token", () => {
  const echo = ({ body, headers }: Received) =>
    JSON.stringify({ error: `${body} ${headers.authorization}`, error_description: SECRETS.T_SECRET });

  it.each<[what: string, answer: Answer | "never", code: string, data?: object]>([
    [
      "refuses",
      answerWith('{"error":"invalid_client"}', {}, 401),
      "token_refused",
      { status: 401, reason: "invalid_client" },
    ],
    [
      "says why in words of its own",
      (request, response) => answerWith(echo(request), {}, 400)(request, response),
      "token_refused",
      { status: 400, reason: null },
    ],
    [
      "returns 200 with an error",
      answerWith('{"error":"invalid_scope"}'),
      "token_refused",
      { status: 200, reason: "invalid_scope" },
    ],
    ["returns something other than JSON", answerWith("<html>"), "token_refused", { status: 200, reason: null }],
    ["answers null", answerWith("null"), "token_refused", { status: 200, reason: null }],
    [
      "gives a token that no header can hold",
      answerWith('{"access_token":"a\\nb"}'),
      "token_refused",
      { status: 200, reason: null },
    ],
    ["gives no text", answerWith('{"access_token":{}}'), "token_refused", { status: 200, reason: null }],
    [
      "redirects",
      (_, response) => response.writeHead(307, { location: upstream.origin }).end(),
      "token_refused",
      { status: 307, reason: null },
    ],
    ["returns 429", answerWith("", {}, 429), "too_many_calls"],
    ["returns more than a token", answerWith("x".repeat(1_000_001)), "answer_too_large"],
    ["breaks off", (_, response) => response.destroy(), "upstream_unreachable"],
    ["is slow", "never", "upstream_timeout"],
  ])("%s", async (_, answer, code, data) => {
    tokens.answer = answer === "never" ? timeOfCalls().end : answer;
    for (const authentication of ["basic", "body"] as const) {
      const failure = await failureOf(callOnly(apiWith({ authentication })));
      expect(failure).toMatchObject({ code, ...(data ? { data } : {}) });
      const said = [failure.message, failure.stack, JSON.stringify(failure), String(failure.cause)].join();
      for (const secret of [...Object.values(SECRETS), "s3cr3t"]) expect(said).not.toContain(secret);
    }
    expect(upstream.received).toEqual([]);
  });

  it("is called again by the next call", async () => {
    const api = apiWith();
    tokens.answer = answerWith('{"error":"invalid_client"}', {}, 401);
    const failures = await Promise.all([failureOf(callOnly(api)), failureOf(callOnly(api))]);
    expect([failures.map(({ code }) => code), tokens.received.length]).toEqual([["token_refused", "token_refused"], 1]);
    tokens.answer = granting();
    expect(await callOnly(api)).toMatchObject({ status_code: 200 });
  });
});

describe("a call that waits for another one's token", () => {
  const source = () => new TokenSource({ api: "things", credential: credentialWith() });

  it("fetches one itself if that call was aborted", async () => {
    const grant = granting();
    tokens.answer = (request, response) => tokens.received.length > 1 && grant(request, response);
    const both = source();
    const stop = new AbortController();
    const first = both.token({ signal: stop.signal }).catch((error: Error) => error.name);
    const second = both.token({ signal: undefined });
    await vi.waitUntil(() => tokens.received.length === 1);
    stop.abort();
    expect(await Promise.all([first, second])).toEqual(["AbortError", "t1"]);
    expect(tokens.received.length).toBe(2);
  });

  it("fetches one itself if that one gets no response for long, once for all", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const grant = granting();
      tokens.answer = (request, response) => tokens.received.length > 1 && grant(request, response);
      const all = source();
      all.token({ signal: undefined }).catch(() => {});
      const others = [all.token({ signal: undefined }), all.token({ signal: undefined })];
      now += 5000;
      await vi.advanceTimersByTimeAsync(5000);
      expect(await Promise.all(others)).toEqual(["t1", "t1"]);
      expect(tokens.received.length).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it("ends at its own timeout", async () => {
    tokens.answer = () => undefined;
    const both = source();
    both.token({ signal: undefined }).catch(() => {});
    const late = both.token({ signal: AbortSignal.timeout(20) });
    await expect(late).rejects.toThrow(/timeout/);
  });
});

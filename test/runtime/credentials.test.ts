import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  Credential,
  OperationDefinition,
  ParameterDefinition,
} from "../../src/runtime/functions/b44-definition.js";
import { type Answer, apiOf, callOnly, failureOf, timeOfCalls, useUpstream } from "./support.js";

const upstream = useUpstream();
const NAMES = ["T_KEY", "T_USER", "T_PASSWORD"];

beforeEach(() => {
  Object.assign(process.env, { T_KEY: "k/e y+", T_USER: "ann", T_PASSWORD: "pä:ss" });
});

afterEach(() => {
  for (const name of NAMES) delete process.env[name];
});

function call(credentials: Record<string, Credential>, operation: Partial<OperationDefinition> = {}) {
  const definition = apiOf(upstream.origin, { credentials: Object.keys(credentials), ...operation }, { credentials });
  return callOnly(definition, { queryParams: { a: 1 } });
}

const parameters = [{ name: "a", in: "query" as const }];
const utf8 = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("credentials", () => {
  it.each<[given: string, credential: Credential, want: object]>([
    ["a key in a header", { secret: "T_KEY", in: "header", name: "X-Key" }, { headers: { "x-key": "k/e y+" } }],
    [
      "a bearer token",
      { secret: "T_KEY", prefix: "Bearer ", in: "header", name: "Authorization" },
      { headers: { authorization: "Bearer k/e y+" } },
    ],
    [
      "a key in the query",
      { secret: "T_KEY", in: "query", name: "api key" },
      { url: "/things?a=1&api%20key=k%2Fe%20y%2B" },
    ],
    ["a key in a cookie", { secret: "T_USER", in: "cookie", name: "sid" }, { headers: { cookie: "sid=ann" } }],
    [
      "a key that a cookie cannot hold",
      { secret: "T_KEY", in: "cookie", name: "sid" },
      { headers: { cookie: "sid=k%2Fe%20y%2B" } },
    ],
    [
      "basic with two secrets",
      { in: "basic", username: "T_USER", password: "T_PASSWORD" },
      { headers: { authorization: utf8("ann:pä:ss") } },
    ],
    ["basic with a user name only", { in: "basic", username: "T_USER" }, { headers: { authorization: utf8("ann:") } }],
    [
      "basic with a password only",
      { in: "basic", password: "T_PASSWORD" },
      { headers: { authorization: utf8(":pä:ss") } },
    ],
    ["basic with one secret", { in: "basic", secret: "T_PASSWORD" }, { headers: { authorization: utf8("pä:ss") } }],
  ])("%s", async (_, credential, want) => {
    await call({ scheme: credential }, { parameters });
    expect(upstream.only).toMatchObject(want);
  });

  it("are all that an operation needs, with a cookie of the caller", async () => {
    const credentials: Record<string, Credential> = {
      one: { secret: "T_USER", in: "header", name: "x-one" },
      two: { secret: "T_USER", in: "cookie", name: "two" },
    };
    const definition = apiOf(
      upstream.origin,
      { credentials: ["one", "two"], parameters: [{ name: "c", in: "cookie" }] },
      { credentials },
    );
    await callOnly(definition, { cookies: { c: "d" } });
    expect(upstream.only.headers).toMatchObject({ "x-one": "ann", cookie: "c=d; two=ann" });
  });

  it("exclude those that an operation does not need", async () => {
    const scheme: Credential = { secret: "T_KEY", in: "header", name: "x-key" };
    await call({ scheme }, { parameters, credentials: [] });
    expect(upstream.only.headers["x-key"]).toBeUndefined();
  });

  it("a header of the API, but where the operation has a value of its own", async () => {
    const preset: ParameterDefinition = { name: "X-Version", in: "header", fixed: "3" };
    const definition = apiOf(upstream.origin, { parameters: [preset] }, { headers: { "x-version": "2" } });
    await callOnly(definition);
    expect(upstream.only.headers).toMatchObject({ "x-version": "3" });
  });

  it("headers of the API, from texts and secrets, which no caller replaces", async () => {
    const headers = { "x-version": "2", "x-token": { secret: "T_USER", prefix: "Token " } };
    const names = ["x-version", "x-token", "user-agent"];
    const definition = apiOf(
      upstream.origin,
      { parameters: names.map((name) => ({ name, in: "header" as const })) },
      { headers },
    );
    await callOnly(definition, { headers: { "x-version": "9", "x-token": "mine", "user-agent": "mine" } });
    expect(upstream.only.headers).toMatchObject({ "x-version": "2", "x-token": "Token ann", "user-agent": "mine" });
  });

  it("a secret is read when it is needed, without a trailing line break", async () => {
    const scheme: Credential = { secret: "T_KEY", in: "header", name: "x-key" };
    process.env.T_KEY = "later\n";
    await call({ scheme }, { parameters });
    expect(upstream.only.headers["x-key"]).toBe("later");
  });
});

describe("a missing secret", () => {
  it.each<[given: string, credential: Credential]>([
    ["in a header", { secret: "T_NONE", in: "header", name: "x" }],
    ["in the query", { secret: "T_NONE", in: "query", name: "x" }],
    ["in a cookie", { secret: "T_NONE", in: "cookie", name: "x" }],
    ["as a password", { in: "basic", username: "T_USER", password: "T_NONE" }],
  ])("%s", async (_, credential) => {
    const failure = await failureOf(call({ scheme: credential }, { parameters }));
    expect(failure).toMatchObject({ status: 500, code: "secret_missing", data: { secret: "T_NONE" } });
    expect(failure.message).toContain("base44 secrets set T_NONE=");
    expect(upstream.received).toEqual([]);
  });

  it("an empty one", async () => {
    process.env.T_KEY = " ";
    const failure = await failureOf(call({ scheme: { secret: "T_KEY", in: "header", name: "x" } }, { parameters }));
    expect(failure.code).toBe("secret_missing");
  });
});

describe("no failure shows a secret", () => {
  const SECRET = "s3cr3t-value";
  const everywhere: Record<string, Credential> = {
    header: { secret: "T_KEY", in: "header", name: "x-key" },
    query: { secret: "T_KEY", in: "query", name: "key" },
    cookie: { secret: "T_KEY", in: "cookie", name: "key" },
    basic: { in: "basic", secret: "T_KEY" },
  };

  it.each<[given: string, secret: string, answer: "slow" | "broken" | "gone", code: string]>([
    ["a header cannot hold it", `${SECRET}\nx`, "gone", "secret_missing"],
    ["the API is not there", SECRET, "gone", "upstream_unreachable"],
    ["the answer breaks off", SECRET, "broken", "upstream_unreachable"],
    ["the API is slow", SECRET, "slow", "upstream_timeout"],
  ])("%s", async (_, secret, answer, code) => {
    process.env.T_KEY = secret;
    const breakOff: Answer = (_, response) =>
      response.writeHead(200, { "content-length": "9" }).write("x", () => response.destroy());
    upstream.answer = answer === "slow" ? timeOfCalls().end : breakOff;
    const origin = answer === "gone" ? "http://127.0.0.1:1" : upstream.origin;
    const api = apiOf(origin, { credentials: Object.keys(everywhere) }, { credentials: everywhere });
    const failure = await failureOf(callOnly(api));
    expect(failure.code).toBe(code);
    expect([failure.message, failure.stack, JSON.stringify(failure), String(failure.cause)].join()).not.toContain(
      SECRET,
    );
  });
});

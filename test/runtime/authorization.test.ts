import { afterAll, beforeAll, expect, it } from "vitest";
import { apiDefinition } from "../../src/emit/function/definition.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import { callUpstream } from "../../src/runtime/functions/b44-upstream.js";
import { apiOf, backendOf, planned, type TestWay } from "../plan/support.js";
import { answering } from "../support/pipeline.js";
import { fakeClient } from "./connector-support.js";
import { useUpstream } from "./support.js";

const upstream = useUpstream();

const SECRETS = { A: "a-value", B: "b-value", PAIR: "ann:secret", KEY: "sk", KEY_ALONE: "sk:" };

beforeAll(() => void Object.assign(process.env, SECRETS));
afterAll(() => {
  for (const name of Object.keys(SECRETS)) delete process.env[name];
});

const securitySchemes: JsonObject = {
  basic: { type: "http", scheme: "basic" },
  bearer: { type: "http", scheme: "bearer" },
  oauth: { type: "oauth2", flows: {} },
  oauthToo: { type: "oauth2", flows: {} },
  key: { type: "apiKey", in: "header", name: "X-Key" },
  bot: { type: "apiKey", in: "header", name: "Authorization" },
};
const connection = { kind: "shared", type: "acme" } as const;
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

/** What the API receives of credentials when the first of two operations is called; the second has nothing to say. */
async function received(security: Json, way: TestWay): Promise<JsonObject> {
  const paths = { "/a": { get: answering(true, { security }) }, "/b": { get: answering(true) } };
  const plan = planned(apiOf(paths, { securitySchemes }), { ...way, baseUrl: upstream.origin });
  const definition = apiDefinition(plan.api, backendOf(plan));
  await callUpstream({ definition, operationId: "get:/a", client: fakeClient().client });
  const { authorization, "x-key": key } = upstream.only.headers;
  return { ...(authorization ? { authorization } : {}), ...(key ? { key: key as string } : {}) };
}

const none: JsonObject = {};
const token: JsonObject = { authorization: "Bearer t0ken" };
const cases: [what: string, security: Json, way: TestWay, wanted: JsonObject][] = [
  ["a connector, if the spec requires nothing", [], { connection }, token],
  ["a connector, if the spec allows calls without credentials", [{ basic: [] }, {}], { connection }, token],
  ["a connector, if the spec allows none beside a token", [{}, { oauth: [] }], { connection }, token],
  [
    "a secret, if the spec allows calls without credentials",
    [{ basic: [] }, {}],
    { secrets: { basic: "PAIR" } },
    { authorization: basic("ann:secret") },
  ],
  [
    "a secret of another alternative",
    [{ key: [] }, { basic: [] }, {}],
    { secrets: { basic: "PAIR" } },
    { authorization: basic("ann:secret") },
  ],
  ["no secret, if the spec allows calls without credentials", [{ basic: [] }, {}], {}, none],
  [
    "one secret for two schemes of one header",
    [{ oauth: [], oauthToo: [] }],
    { secrets: { oauthToo: "A" } },
    { authorization: "Bearer a-value" },
  ],
  [
    "the first of two secrets for one header",
    [{ oauth: [], oauthToo: [] }],
    { secrets: { oauthToo: "B", oauth: "A" } },
    { authorization: "Bearer a-value" },
  ],
  [
    "a secret for each of two headers",
    [{ oauth: [], key: [] }],
    { secrets: { oauth: "A", key: "B" } },
    { authorization: "Bearer a-value", key: "b-value" },
  ],
  ["a key that is all of the header", [{ bot: [] }], { secrets: { bot: "A" } }, { authorization: "a-value" }],
  [
    "a key behind a prefix",
    [{ bot: [] }],
    { secrets: { bot: { name: "A", prefix: "Bot " } } },
    { authorization: "Bot a-value" },
  ],
  ["basic without a colon", [{ basic: [] }], { secrets: { basic: "KEY" } }, { authorization: basic("sk") }],
  [
    "basic with a user name alone",
    [{ basic: [] }],
    { secrets: { basic: "KEY_ALONE" } },
    { authorization: basic("sk:") },
  ],
  [
    "basic with a user name alone, said so",
    [{ basic: [] }],
    { secrets: { basic: { username: "KEY" } } },
    { authorization: basic("sk:") },
  ],
];

it.each(cases)("%s", async (_, security, way, wanted) => {
  expect(await received(security, way)).toEqual(wanted);
});

import { describe, expect, it } from "vitest";
import {
  appUserConnection,
  connectorFetch,
  connectorId,
  integrationType,
  sharedConnection,
  workspaceConnection,
} from "../../src/runtime/functions/b44-connectors.js";
import type { Connection } from "../../src/runtime/functions/b44-definition.js";
import { connectorError, fakeClient } from "./connector-support.js";
import { apiOf, callOnly, failureOf, useUpstream } from "./support.js";

const home = useUpstream();
const other = useUpstream();

const ID = "6650c0ffee";
const CONNECTIONS: Connection[] = [
  { kind: "shared", type: "slack" },
  { kind: "workspace", id: ID },
  { kind: "appUser", id: ID },
];

describe("an operation behind a connector", () => {
  it.each<[connection: Connection, asked: string[]]>([
    [CONNECTIONS[0]!, ["getConnection", "slack"]],
    [CONNECTIONS[1]!, ["getWorkspaceConnection", ID]],
    [CONNECTIONS[2]!, ["getCurrentAppUserConnection", ID]],
  ])("%j", async (connection, want) => {
    const { client, connectors, asked } = fakeClient();
    const definition = apiOf(home.origin, {}, { connection });
    await callOnly(definition, {}, client);
    await callOnly(definition, {}, { connectors });
    expect(asked).toEqual([want, want]);
    expect(home.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer t0ken", "Bearer t0ken"]);
  });

  it("that redirects to another origin sends no token there", async () => {
    home.answer = (_, response) => response.writeHead(302, { location: `${other.origin}/x` }).end();
    await callOnly(apiOf(home.origin, {}, { connection: CONNECTIONS[0]! }), {}, fakeClient().client);
    expect(JSON.stringify(other.only)).not.toContain("t0ken");
  });

  it.each([401, 403])("an upstream %i is a result", async (status) => {
    home.answer = (_, response) => response.writeHead(status).end();
    const result = await callOnly(apiOf(home.origin, {}, { connection: CONNECTIONS[0]! }), {}, fakeClient().client);
    expect(result.status_code).toBe(status);
  });

  it("fills in its URL from the connector's configuration", async () => {
    const port = new URL(home.origin).port;
    const baseUrl = `http://{host}:${port}/{tenant}`;
    const { client } = fakeClient({ accessToken: "t", connectionConfig: { host: "127.0.0.1", tenant: "a-1.b" } });
    await callOnly(apiOf(baseUrl, {}, { connection: CONNECTIONS[0]! }), {}, client);
    expect(home.only.url).toBe("/a-1.b/things");
  });

  it.each<[given: string, config: Record<string, string> | null]>([
    ["no configuration", null],
    ["another key", { domain: "x" }],
    ["an empty value", { subdomain: "" }],
    ["a way to another host", { subdomain: "evil.example/" }],
    ["a user name", { subdomain: "a@evil.example" }],
    ["a way up", { subdomain: ".." }],
  ])("is refused with %s", async (_, connectionConfig) => {
    const { client } = fakeClient({ accessToken: "t", connectionConfig });
    const definition = apiOf("https://{subdomain}.example", {}, { connection: CONNECTIONS[0]! });
    const failure = await failureOf(callOnly(definition, {}, client));
    expect(failure).toMatchObject({
      status: 500,
      code: "connector_config_missing",
      data: { connection: CONNECTIONS[0], key: "subdomain" },
    });
    expect(failure.message).toMatch(/slack.*subdomain/);
  });
});

describe("a token that cannot be obtained", () => {
  it.each<[connection: Connection, status: number, code: string | undefined, says: RegExp]>([
    [CONNECTIONS[0]!, 404, "not_connected", /slack is not connected.*base44 connectors push/],
    [CONNECTIONS[0]!, 403, "metered_only", /metered/],
    [CONNECTIONS[1]!, 400, undefined, /settings of the workspace/],
    [CONNECTIONS[2]!, 401, "expired", /base44\.connectors\.connectAppUser\(id\)/],
  ])("%j, status %i", async (connection, status, code, says) => {
    const { client } = fakeClient(connectorError(status, code));
    const failure = await failureOf(callOnly(apiOf(home.origin, {}, { connection }), {}, client));
    expect(failure).toMatchObject({ status: 424, code: "connector_not_connected" });
    expect(failure.data).toEqual({ connection, reason: code ?? null });
    expect(failure.message).toMatch(says);
    expect(failure.message).not.toContain("t0ken");
  });

  it.each<[given: string, client: object]>([
    ["Base44 fails", fakeClient(connectorError(503)).client],
    ["Base44 is not reached", fakeClient(connectorError()).client],
    ["the SDK does not know the method", { asServiceRole: { connectors: {} } }],
    ["there is no service role", {}],
    [
      "the service role may not be used",
      {
        get asServiceRole() {
          throw new Error("Service token is required");
        },
      },
    ],
  ])("%s", async (_, client) => {
    const failure = await failureOf(callOnly(apiOf(home.origin, {}, { connection: CONNECTIONS[1]! }), {}, client));
    expect(failure).toMatchObject({ status: 502, code: "connector_unavailable", data: { connection: CONNECTIONS[1] } });
  });

  it("because of too many calls does not mean that it is not connected", async () => {
    const { client } = fakeClient(connectorError(429));
    const failure = await failureOf(callOnly(apiOf(home.origin, {}, { connection: CONNECTIONS[2]! }), {}, client));
    expect(failure).toMatchObject({ status: 429, code: "too_many_calls", data: null });
    expect(failure.message).toBe(`The connector ${ID} accepts no more calls for now: try again later`);
  });

  it.each([{ accessToken: "" }, {}, { accessToken: "a\nb" }])("an answer without a token: %j", async (answer) => {
    const failure = await failureOf(
      callOnly(apiOf(home.origin, {}, { connection: CONNECTIONS[0]! }), {}, fakeClient(answer).client),
    );
    expect(failure).toMatchObject({ code: "connector_not_connected", data: { reason: "no_token" } });
  });
});

describe("helpers for functions written by hand", () => {
  it("distinguish an ID from an integration type", async () => {
    const { client, asked } = fakeClient();
    await sharedConnection(client, "slack");
    await sharedConnection(client, integrationType("my_own-type"));
    await workspaceConnection(client, connectorId(ID));
    expect(await appUserConnection(client, connectorId(ID))).toEqual({ accessToken: "t0ken", connectionConfig: null });
    expect(asked.map(([, name]) => name)).toEqual(["slack", "my_own-type", ID, ID]);
    // @ts-expect-error a plain text is no connector ID
    await workspaceConnection(client, "slack");
    // @ts-expect-error a connector ID is not an integration type
    await sharedConnection(client, connectorId(ID));
    // @ts-expect-error an integration type is no connector ID
    await appUserConnection(client, integrationType("slack"));
  });

  it("refuse an integration type for an ID", () => {
    // @ts-expect-error a known type does not compile
    expect(() => connectorId("slack")).toThrow(TypeError);
    for (const text of ["googlecalendar", "", "a b"] as string[]) expect(() => connectorId(text)).toThrow(TypeError);
    for (const text of ["Slack", "", "a b", "a/b"]) expect(() => integrationType(text)).toThrow(TypeError);
  });

  const fetcher = (baseUrl = `${home.origin}/v1/`, headers = {}) =>
    connectorFetch({ client: fakeClient().client, connection: { kind: "shared", type: "slack" }, baseUrl, headers });

  it.each<[path: string, want: string]>([
    ["/a?b=1", "/v1/a?b=1"],
    ["a", "/v1/a"],
    ["@evil.example", "/v1/@evil.example"],
    ["?a=1", "/v1?a=1"],
    ["people:search", "/v1/people:search"],
    ["people:search?at=a://b", "/v1/people:search?at=a://b"],
    ["/a//b", "/v1/a//b"],
  ])("connectorFetch(%s)", async (path, want) => {
    const api = await fetcher(undefined, { "x-version": "2", "x-own": "base" });
    await api(path, { method: "POST", body: "x", headers: { authorization: "mine", "x-own": "call" } });
    expect(home.only).toMatchObject({ method: "POST", url: want, body: Buffer.from("x") });
    expect(home.only.headers).toMatchObject({
      authorization: "Bearer t0ken",
      "x-version": "2",
      "x-own": "call",
      "user-agent": "base44-function",
    });
  });

  it("connectorFetch accepts a complete URL of the API's own origin", async () => {
    await (await fetcher())(`${home.origin}/next?page=2`);
    expect(home.only.url).toBe("/next?page=2");
  });

  it.each([
    "https://evil.example/x",
    "//evil.example/x",
    "/\\evil.example",
    "\\\\evil.example",
    "http://127.0.0.1/",
    "javascript:alert(1)",
    "http:",
  ])("connectorFetch refuses %s, or stays where it is", async (path) => {
    const outcome = await (await fetcher())(path).catch((error: unknown) => error);
    if (outcome instanceof Response) expect(new URL(outcome.url).origin).toBe(home.origin);
    else expect(outcome).toMatchObject({ status: 400, code: "invalid_input" });
    expect(other.received).toEqual([]);
  });

  it("connectorFetch sends no token to another origin after a redirect", async () => {
    home.answer = (_, response) => response.writeHead(307, { location: `${other.origin}/x` }).end();
    await (await fetcher())("/a", { headers: { "x-more": "1" } });
    expect(JSON.stringify(other.only)).not.toMatch(/t0ken|x-more/);
    const response = await (await fetcher())("/a", { method: "DELETE" });
    expect(response.status).toBe(307);
  });
});

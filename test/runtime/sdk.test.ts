import { createClientFromRequest } from "@base44/sdk";
import { describe, expect, it } from "vitest";
import { connectorFetch, connectorId, sharedConnection } from "../../src/runtime/functions/b44-connectors.js";
import type { Access, Connection } from "../../src/runtime/functions/b44-definition.js";
import { createHandler } from "../../src/runtime/functions/b44-handler.js";
import { createOwnHandler } from "../../src/runtime/functions/b44-own-function.js";
import { post, seen } from "./handler-support.js";
import { apiOf, useConsoleErrors, useUpstream } from "./support.js";

/** Base44 itself, as far as the SDK asks it. */
const platform = useUpstream();
const api = useUpstream();

// The SDK logs each failure that it is told of.
useConsoleErrors();

/** A request as Base44 hands it to a function. */
function requestOf(body: unknown): Request {
  return post(body, {
    headers: {
      "content-type": "application/json",
      "Base44-App-Id": "app1",
      "Base44-Api-Url": platform.origin,
      "Base44-Service-Authorization": "Bearer service",
      Authorization: "Bearer user",
    },
  });
}

/** Answers the SDK by the end of the path; what is not there is a 404. */
function platformHas(
  answers: Record<string, { status?: number; body: object; headers?: Record<string, string> }>,
): void {
  platform.answer = ({ url }, response) => {
    const found = Object.entries(answers).find(([end]) => url.endsWith(end))?.[1];
    const { status = 200, body = { message: "none" }, headers = {} } = found ?? { status: 404 };
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

function call(connection: Connection | undefined, access: Access = "user") {
  const definition = apiOf(api.origin, { access }, connection ? { connection } : {});
  return createHandler(definition, createClientFromRequest)(requestOf({ operation: "get:/things" }));
}

const ME = { "/User/me": { body: { id: "1", role: "user" } } };

describe("with the real SDK", () => {
  it("a signed-in user calls with the app builder's connection", async () => {
    platformHas({ ...ME, "/external-auth/tokens/slack": { body: { access_token: "t0ken" } } });
    expect(await seen(call({ kind: "shared", type: "slack" }))).toMatchObject({ status: 200, success: true });
    expect(api.only.headers.authorization).toBe("Bearer t0ken");
    expect(platform.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer user", "Bearer service"]);
  });

  it("nobody is signed in", async () => {
    platformHas({ "/User/me": { status: 401, body: { message: "no" } } });
    expect(await seen(call(undefined))).toMatchObject({ status: 401, code: "not_signed_in" });
  });

  it.each([
    [429, { status: 429, code: "too_many_calls" }],
    [404, { status: 500, code: "internal_error" }],
  ])("nobody knows who is signed in: Base44 answers %i", async (status, want) => {
    platformHas({ "/User/me": { status, body: { message: "no" } } });
    expect(await seen(call(undefined))).toMatchObject(want);
    expect(api.received).toEqual([]);
  });

  it("unknown whether a user is signed in: Base44 is not reached", async () => {
    platform.answer = (_, response) => response.destroy();
    expect(await seen(call(undefined))).toMatchObject({ status: 500, code: "internal_error" });
  });

  it("an account may be connected, but Base44 returns 429", async () => {
    platformHas({ ...ME, "/app-user-auth/connectors/abc/token": { status: 429, body: {} } });
    expect(await seen(call({ kind: "appUser", id: "abc" }))).toMatchObject({ status: 429, code: "too_many_calls" });
  });

  it("an account is not connected, with Base44's reason", async () => {
    const headers = { "x-base44-connector-error": "reauthorization_required" };
    platformHas({ ...ME, "/app-user-auth/connectors/abc/token": { status: 400, body: {}, headers } });
    const connection = { kind: "appUser" as const, id: "abc" };
    expect(await seen(call(connection))).toMatchObject({
      status: 424,
      code: "connector_not_connected",
      data: { connection, reason: "reauthorization_required" },
    });
  });

  it("a metered connector responds", async () => {
    const body = {
      success: true,
      phase: "responded",
      status_code: 200,
      data: { a: 1 },
      headers: {},
      credits_charged: 3,
    };
    platformHas({ ...ME, "/connectors/x/call": { body } });
    expect(await seen(call({ kind: "metered", type: "x" }))).toMatchObject({ data: { a: 1 }, creditsCharged: 3 });
    expect(JSON.parse(String(platform.received.at(-1)?.body))).toMatchObject({ method: "GET", path: "/things" });
  });

  it("a function written by hand uses the helpers", async () => {
    platformHas({
      ...ME,
      "/tokens/slack": { body: { access_token: "s" } },
      "/connectors/abc": { body: { access_token: "w" } },
    });
    const handler = createOwnHandler({ name: "own", access: "user", checks: {} }, createClientFromRequest);
    const answer = await handler(requestOf({}), async (_input, { client }) => {
      const { accessToken } = await sharedConnection(client.asServiceRole, "slack");
      const connection = { kind: "workspace", id: connectorId("abc") } as const;
      const fetchApi = await connectorFetch({ client, connection, baseUrl: api.origin });
      return [accessToken, (await fetchApi("/x")).status];
    });
    expect(await answer.json()).toEqual(["s", 200]);
    expect(api.only.headers.authorization).toBe("Bearer w");
  });
});

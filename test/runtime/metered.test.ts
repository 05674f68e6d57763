import { describe, expect, it, vi } from "vitest";
import type { CallArguments, OperationDefinition } from "../../src/runtime/functions/b44-definition.js";
import { connectorError, fakeClient } from "./connector-support.js";
import { apiOf, callOnly, failureOf } from "./support.js";

describe("a metered connector", () => {
  const answer = {
    success: true,
    phase: "responded",
    status: 200,
    data: { a: 1 },
    dataBase64: null,
    contentType: null,
    headers: { "X-Rate": "5" },
    creditsCharged: 2,
  };
  const call = (given: unknown, operation: Partial<OperationDefinition> = {}, args: CallArguments = {}) => {
    const fake = fakeClient(given);
    const definition = apiOf("https://api.x.example/2", operation, {
      connection: { kind: "metered", type: "x" },
      headers: { "x-version": "2" },
    });
    return { asked: fake.asked, result: callOnly(definition, args, fake.client) };
  };

  it("is called once, with the request's parts", async () => {
    const { asked, result } = call(
      answer,
      {
        method: "POST",
        path: "/users/{id}",
        parameters: [
          { name: "id", in: "path" },
          { name: "q", in: "query" },
        ],
        body: { kind: "json", type: "application/json" },
        responseHeaders: ["x-rate"],
      },
      { pathParams: { id: "a/b" }, queryParams: { q: ["x", "y"] }, payload: { t: "é" } },
    );
    expect(await result).toEqual({
      success: true,
      status_code: 200,
      data: { a: 1 },
      headers: { "x-rate": "5" },
      creditsCharged: 2,
    });
    const request = { method: "POST", path: "/2/users/a%2Fb?q=x&q=y", headers: { "x-version": "2" }, body: { t: "é" } };
    expect(asked).toEqual([["callApi", "x", request]]);
  });

  it("gets the headers from secrets", async () => {
    const { asked, client } = fakeClient(answer);
    const definition = apiOf(
      "https://api.x.example",
      {},
      { connection: { kind: "metered", type: "x" }, headers: { "x-team": { secret: "T_TEAM", prefix: "t-" } } },
    );
    expect(await failureOf(callOnly(definition, {}, client))).toMatchObject({ code: "secret_missing" });
    expect(asked).toEqual([]);
    vi.stubEnv("T_TEAM", "7");
    await callOnly(definition, {}, client);
    vi.unstubAllEnvs();
    expect(asked).toEqual([["callApi", "x", { method: "GET", path: "/things", headers: { "x-team": "t-7" } }]]);
  });

  it("returns an upstream failure as a result", async () => {
    const { result } = call({ ...answer, success: false, status: 429, data: null });
    expect(await result).toEqual({ success: false, status_code: 429, data: null, creditsCharged: 2 });
  });

  it.each<[phase: string, status: number]>([
    ["not_sent", 502],
    ["timed_out", 504],
    ["sent_unconfirmed", 502],
  ])("that got as far as %s rejects, and is not asked again", async (phase, status) => {
    const { asked, result } = call({ ...answer, phase, status: null });
    expect(await failureOf(result)).toMatchObject({ status, code: "connector_phase", data: { phase } });
    expect(asked).toHaveLength(1);
  });

  it("that cannot be called rejects, and is not called again", async () => {
    for (const [error, code] of [
      [connectorError(500), "connector_unavailable"],
      [connectorError(402, "no_credits"), "connector_not_connected"],
    ] as const) {
      const { asked, result } = call(error);
      expect((await failureOf(result)).code).toBe(code);
      expect(asked).toHaveLength(1);
    }
  });

  it("that takes too long rejects, is not called again, and may still fail", async () => {
    const callApi = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw connectorError(500);
    });
    const client = { asServiceRole: { connectors: { callApi } } };
    const definition = apiOf("https://api.x.example", {}, { connection: { kind: "metered", type: "x" }, timeout: 20 });
    expect(await failureOf(callOnly(definition, {}, client))).toMatchObject({
      status: 504,
      code: "upstream_timeout",
      message: "things did not respond within 20 ms",
    });
    await Promise.allSettled(callApi.mock.results.map(({ value }) => value));
    expect(callApi).toHaveBeenCalledTimes(1);
  });

  it("that responds leaves no timer", async () => {
    vi.useFakeTimers();
    await call(answer).result;
    await failureOf(call(connectorError(500)).result);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("returns at most the allowed number of bytes", async () => {
    const most = { ...answer, data: null, dataBase64: "A".repeat(26_666_666).concat("=="), contentType: "image/png" };
    expect(((await call(most).result).data as Blob).size).toBe(19_999_999);
    const more = { ...most, dataBase64: "A".repeat(26_666_672) };
    expect(await failureOf(call(more).result)).toMatchObject({ status: 502, code: "answer_too_large" });
  });

  it.each([
    ["image/png", "image/png"],
    [null, ""],
  ])("answers bytes of the type %s", async (contentType, type) => {
    const { data } = await call({ ...answer, data: null, dataBase64: "AP8=", contentType }).result;
    expect([(data as Blob).type, [...new Uint8Array(await (data as Blob).arrayBuffer())]]).toEqual([type, [0, 255]]);
  });

  it("accepts only JSON as body", async () => {
    const { asked, result } = call(
      answer,
      { method: "POST", body: { kind: "text", type: "text/plain" } },
      { payload: "x" },
    );
    expect((await failureOf(result)).code).toBe("invalid_input");
    expect(asked).toEqual([]);
  });
});

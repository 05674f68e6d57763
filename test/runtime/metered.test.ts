import { describe, expect, it } from "vitest";
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

  it("is asked once, with the request's parts", async () => {
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

  it("answers an upstream failure as a result", async () => {
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

  it("that cannot be asked rejects, and is not asked again", async () => {
    for (const [error, code] of [
      [connectorError(500), "connector_unavailable"],
      [connectorError(402, "no_credits"), "connector_not_connected"],
    ] as const) {
      const { asked, result } = call(error);
      expect((await failureOf(result)).code).toBe(code);
      expect(asked).toHaveLength(1);
    }
  });

  it("takes no body but JSON", async () => {
    const { asked, result } = call(
      answer,
      { method: "POST", body: { kind: "text", type: "text/plain" } },
      { payload: "x" },
    );
    expect((await failureOf(result)).code).toBe("invalid_input");
    expect(asked).toEqual([]);
  });
});

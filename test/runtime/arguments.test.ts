import { describe, expect, it } from "vitest";
import type { CallArguments, OperationDefinition } from "../../src/runtime/functions/b44-definition.js";
import { callUpstream } from "../../src/runtime/functions/b44-upstream.js";
import { apiOf, callOnly, failureOf, fromJson, useUpstream } from "./support.js";

const upstream = useUpstream();

const operation: Partial<OperationDefinition> = {
  method: "POST",
  path: "/a/{id}",
  parameters: [
    { name: "id", in: "path", required: true, check: { type: ["integer"] } },
    { name: "limit", in: "query", check: { type: ["integer"], max: 10 } },
    { name: "filter", in: "query", json: true, check: { properties: { n: { type: ["number"] } } } },
    { name: "X-Trace", in: "header", required: true },
    { name: "sid", in: "cookie" },
  ],
  body: { kind: "json", type: "application/json", required: true, check: { ref: "body" } },
};
const checks = {
  body: { type: ["object" as const], properties: { n: { type: ["number" as const] } }, others: false as const },
};
const right: CallArguments = { pathParams: { id: 1 }, headers: { "x-trace": "t" }, payload: { n: 1 } };

const call = (args: unknown, validate = true) =>
  callOnly(apiOf(upstream.origin, operation, { checks, validate }), args as CallArguments);

describe("arguments that are accepted", () => {
  it.each<[given: string, args: object]>([
    ["what is required", right],
    ["all there is", { ...right, queryParams: { limit: "10", filter: { n: 1 } }, cookies: { sid: 1 } }],
    ["undefined and null groups", { ...right, queryParams: undefined, cookies: null }],
    ["undefined and null parameters", { ...right, queryParams: { limit: null, nothing: undefined } }],
  ])("%s", async (_, args) => {
    expect((await call(args)).status_code).toBe(200);
  });
});

describe("arguments that are refused", () => {
  it.each<[given: string, args: unknown, data: object, problem: string]>([
    [
      "a group that there is not",
      { ...right, body: {} },
      { parameter: "body" },
      "body is not an argument of this operation",
    ],
    [
      "an invalid date",
      { ...right, pathParams: { id: new Date("x") } },
      { parameter: 'path parameter "id"' },
      "is not a date",
    ],
    [
      "a file in a header",
      { ...right, headers: { "x-trace": [new Blob(["x"])] } },
      { parameter: 'header "X-Trace"' },
      "at /0 is a file",
    ],
    ["a group __proto__", { ...right, ...fromJson('{"x":1}') }, { parameter: "x" }, "is not an argument"],
    ["a group that is an array", { ...right, queryParams: [] }, { parameter: "queryParams" }, "must be an object"],
    ["a group that is text", { ...right, headers: "x" }, { parameter: "headers" }, "must be an object"],
    [
      "an unknown parameter",
      { ...right, queryParams: { limits: 1 } },
      { parameter: 'queryParams["limits"]' },
      "is not a parameter",
    ],
    [
      "an unknown header",
      { ...right, headers: { "x-trace": "t", authorization: "x" } },
      { parameter: 'headers["authorization"]' },
      "is not a parameter",
    ],
    [
      "a parameter in another place",
      { ...right, queryParams: { sid: 1 } },
      { parameter: 'queryParams["sid"]' },
      "is not a parameter",
    ],
    [
      "an inherited name as a parameter",
      { ...right, queryParams: { constructor: 1 } },
      { parameter: 'queryParams["constructor"]' },
      "is not a parameter",
    ],
    [
      "a required path parameter left out",
      { ...right, pathParams: {} },
      { parameter: 'path parameter "id"' },
      "is missing",
    ],
    ["a required header left out", { ...right, headers: {} }, { parameter: 'header "X-Trace"' }, "is missing"],
    [
      "a wrong parameter",
      { ...right, queryParams: { limit: 11 } },
      { parameter: 'query parameter "limit"' },
      "must be at most 10",
    ],
    [
      "a wrong part of a JSON parameter",
      { ...right, queryParams: { filter: { n: "1" } } },
      { parameter: 'query parameter "filter"' },
      "at /n must be of type number",
    ],
    ["a body left out", { ...right, payload: undefined }, { pointer: "/payload" }, "is missing"],
    ["a wrong body", { ...right, payload: { n: "1" } }, { pointer: "/payload/n" }, "must be of type number"],
    ["a body with more", { ...right, payload: { m: 1 } }, { pointer: "/payload/m" }, "is not allowed"],
    ["no object at all", [], { parameter: "args" }, "must be an object"],
  ])("%s", async (_, args, data, problem) => {
    const failure = await failureOf(call(args));
    expect(failure).toMatchObject({ status: 400, code: "invalid_input" });
    expect(failure.data).toEqual({ operation: "post:/a/{id}", ...data });
    expect(failure.message).toContain(problem);
    expect(upstream.received).toEqual([]);
  });

  it("an own key __proto__ as a group or a parameter", async () => {
    for (const text of ['{"__proto__":{}}', '{"queryParams":{"__proto__":1}}']) {
      const failure = await failureOf(callOnly(apiOf(upstream.origin), fromJson(text)));
      expect(failure.message).toContain("__proto__");
    }
  });

  it("a payload for an operation without one", async () => {
    const failure = await failureOf(callOnly(apiOf(upstream.origin), { payload: {} }));
    expect(failure.data).toEqual({ operation: "get:/things", parameter: "payload" });
  });

  it.each([true, false])("that are nested endlessly, with the reason (validated: %s)", async (validate) => {
    const limit: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    const failure = await failureOf(call({ ...right, queryParams: { limit } }, validate));
    expect(failure).toMatchObject({ status: 400, code: "invalid_input" });
    expect(failure.message).toContain("is nested too deeply");
  });

  it("in a payload without a schema that is nested endlessly", async () => {
    const payload: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    const failure = await failureOf(call({ ...right, payload }, false));
    expect(failure).toMatchObject({ status: 400, code: "invalid_input" });
    expect(failure.message).toContain("is nested too deeply");
  });

  it.each([
    ["DELETE", "delete:/things"],
    ["Copy", "Copy:/things"],
    ["M-SEARCH", "M-SEARCH:/things"],
  ])("of an operation with the method %s, by its id", async (method, operation) => {
    const failure = await failureOf(callOnly(apiOf(upstream.origin, { method }), { payload: {} }));
    expect(failure.data).toEqual({ operation, parameter: "payload" });
  });
});

describe("without validation", () => {
  it("schemas are not checked", async () => {
    await call({ ...right, queryParams: { limit: 99 }, payload: { m: 1 } }, false);
    expect(upstream.only.url).toBe("/a/1?limit=99");
  });

  it.each<[given: string, args: object]>([
    ["unknown parameters", { ...right, queryParams: { limits: 1 } }],
    ["what is missing", { ...right, headers: {} }],
  ])("%s are refused all the same", async (_, args) => {
    expect((await failureOf(call(args, false))).code).toBe("invalid_input");
  });
});

describe("unknown operations", () => {
  it.each(["get:/none", "GET:/things", "constructor", "__proto__", "toString", "hasOwnProperty", ""])(
    "%s",
    async (operationId) => {
      const failure = await failureOf(callUpstream({ definition: apiOf(upstream.origin), operationId }));
      expect(failure).toMatchObject({
        status: 404,
        code: "unknown_operation",
        message: `things has no operation "${operationId}" that may be called`,
      });
      expect(upstream.received).toEqual([]);
    },
  );
});

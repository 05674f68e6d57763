import { describe, expect, it, vi } from "vitest";
import type { OwnFunctionDefinition } from "../../src/runtime/functions/b44-definition.js";
import { createOwnHandler } from "../../src/runtime/functions/b44-own-function.js";
import { clientOf, post, postForm, sdkError, seen } from "./handler-support.js";
import { useConsoleErrors } from "./support.js";

const log = useConsoleErrors();

const ANN = { id: "1", role: "user" };

function handlerOf(definition: Partial<OwnFunctionDefinition> = {}, client = clientOf(ANN)) {
  return createOwnHandler({ name: "send-invoice", access: "user", checks: {}, ...definition }, () => client);
}

describe("an own function", () => {
  it("runs with its input, and returns its output", async () => {
    const client = clientOf(ANN);
    const request = post({ n: 1 });
    const run = vi.fn(async (input: { n: number }) => [input.n + 1]);
    const answer = await handlerOf({}, client)(request, run);
    expect(run).toHaveBeenCalledWith({ n: 1 }, { client, user: ANN, request });
    expect([answer.status, answer.headers.get("cache-control"), await answer.json()]).toEqual([200, "no-store", [2]]);
  });

  it.each<[given: string, output: unknown, want: string]>([
    ["nothing", undefined, "null"],
    ["null", null, "null"],
    ["false", false, "false"],
    ["a string", "a", '"a"'],
  ])("answers %s", async (_, output, want) => {
    expect(await (await handlerOf()(post({}), () => output)).text()).toBe(want);
  });

  it("treats an empty body as an empty object", async () => {
    expect(await (await handlerOf()(post(""), (input) => input)).json()).toEqual({});
  });

  it("passes on a response", async () => {
    const made = new Response("x", { status: 202 });
    expect(await handlerOf()(post({}), () => made)).toBe(made);
    expect(await handlerOf()(post({}), () => Promise.reject(made))).toBe(made);
  });
});

describe("an own function refuses", () => {
  const input = { type: ["object" as const], properties: { n: { ref: "count" } }, required: ["n"] };
  const checks = { count: { type: ["integer" as const] } };
  const definition = { input, checks };

  it.each<[given: string, request: () => Request, client: ReturnType<typeof clientOf>, want: object]>([
    ["GET", () => new Request("https://x.example"), clientOf(ANN), { status: 405, code: "method_not_allowed" }],
    ["nobody", () => post({ n: 1 }), clientOf(null), { status: 401, code: "not_signed_in" }],
    ["nobody, before the input", () => post({}), clientOf(null), { status: 401 }],
    ["nobody, before the body", () => post("{"), clientOf(null), { status: 401 }],
    ["GET of nobody", () => new Request("https://x.example"), clientOf(null), { status: 405 }],
    ["no JSON", () => post("{"), clientOf(ANN), { status: 400, code: "invalid_input" }],
    ["a form", () => postForm({ n: "1" }), clientOf(ANN), { status: 400, code: "invalid_input" }],
    [
      "input that lacks something",
      () => post(""),
      clientOf(ANN),
      { status: 400, data: { operation: "send-invoice", pointer: "" } },
    ],
    [
      "input that is wrong",
      () => post({ n: "x" }),
      clientOf(ANN),
      { status: 400, data: { operation: "send-invoice", pointer: "/n" } },
    ],
  ])("%s", async (_, request, client, want) => {
    const run = vi.fn();
    expect(await seen(handlerOf(definition, client)(request(), run))).toMatchObject(want);
    expect(run).not.toHaveBeenCalled();
  });

  it("a caller who is not signed in, without reading the body", async () => {
    const pull = vi.fn((controller: ReadableStreamDefaultController) => controller.close());
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const request = new Request("https://x.example", { method: "POST", body, duplex: "half" } as RequestInit);
    expect((await handlerOf({}, clientOf(null))(request, vi.fn())).status).toBe(401);
    expect(pull).not.toHaveBeenCalled();
  });

  it("a body that is too long", async () => {
    const request = post("{}", { headers: { "content-length": "50000001" } });
    expect(await seen(handlerOf()(request, vi.fn()))).toMatchObject({ status: 413, code: "body_too_large" });
  });

  it("anyone but admins if it is for admins", async () => {
    expect(await seen(handlerOf({ access: "admin" })(post({}), () => 1))).toMatchObject({ status: 403 });
    const admin = clientOf({ role: "admin" });
    expect((await handlerOf({ access: "admin" }, admin)(post({}), () => 1)).status).toBe(200);
  });
});

describe("an error in an own function", () => {
  it("is an output that does not match its schema", async () => {
    const output = { properties: { id: { type: ["string" as const] } } };
    const answer = await seen(handlerOf({ output })(post({}), () => ({ id: 12345 })));
    expect(answer).toEqual({ status: 500, message: "send-invoice failed", code: "internal_error", data: null });
    expect(log.mock.calls).toEqual([["send-invoice: the output at /id must be of type string"]]);
  });

  it("is an output that does not match the named checks of outputs", async () => {
    const named = (name: string) => ({ User: { type: ["object" as const], required: [name] } });
    const definition = { output: { ref: "User" }, checks: named("password"), outputChecks: named("id") };
    const answered = (output: object) => handlerOf(definition)(post({}), () => output);
    expect((await answered({ id: 1 })).status).toBe(200);
    expect((await answered({ password: "a" })).status).toBe(500);
    expect(log.mock.calls).toEqual([['send-invoice: the output lacks "id"']]);
  });

  it.each<[given: string, thrown: unknown, want: object]>([
    [
      "an error",
      new Error("secret inside"),
      { status: 500, message: "send-invoice failed", code: "internal_error", data: null },
    ],
    ["a string", "secret inside", { status: 500, message: "send-invoice failed", code: "internal_error", data: null }],
    ["an error with a status", sdkError(409, "Taken"), { status: 409, message: "Taken", code: "SDK_CODE", data: null }],
    ["a stub", sdkError(501, "Not yet"), { status: 501, message: "Not yet", code: "SDK_CODE", data: null }],
    [
      "a server error",
      sdkError(502, "secret inside"),
      { status: 500, message: "send-invoice failed", code: "internal_error", data: null },
    ],
  ])("is %s", async (_, thrown, want) => {
    expect(await seen(handlerOf()(post({}), () => Promise.reject(thrown)))).toEqual(want);
  });
});

import { describe, expect, it, vi } from "vitest";
import type { Access, ApiDefinition, OperationDefinition } from "../../src/runtime/functions/b44-definition.js";
import { createHandler, type Hooks } from "../../src/runtime/functions/b44-handler.js";
import { clientOf, post, sdkError, seen } from "./handler-support.js";
import { answerWith, apiOf, timeOfCalls, useConsoleErrors, useUpstream } from "./support.js";

const upstream = useUpstream();
type Client = ReturnType<typeof clientOf>;

const ANN = { id: "1", role: "user" };
const ADMIN = { id: "2", role: "admin" };
const log = useConsoleErrors();

interface Call {
  operation?: Partial<OperationDefinition>;
  api?: Partial<ApiDefinition>;
  client?: Client;
  hooks?: Hooks<Client>;
  request?: Request;
}

function handle({
  operation,
  api,
  client = clientOf(null),
  hooks,
  request = post({ operation: "get:/things" }),
}: Call) {
  return createHandler(apiOf(upstream.origin, operation, api), () => client)(request, hooks);
}

describe("access", () => {
  const broken = clientOf(sdkError(503));
  it.each<[who: string, client: Client, statuses: Record<Access, number>]>([
    ["nobody", clientOf(null), { public: 200, user: 401, admin: 401 }],
    ["a token that is refused", clientOf(sdkError(401)), { public: 200, user: 401, admin: 401 }],
    ["a user whom the app keeps out", clientOf(sdkError(403)), { public: 200, user: 401, admin: 401 }],
    ["somebody, but Base44 is not reached", clientOf(new Error("?")), { public: 200, user: 500, admin: 500 }],
    ["somebody, but of too many calls", clientOf(sdkError(429)), { public: 200, user: 429, admin: 429 }],
    ["somebody, but Base44 does not know the app", clientOf(sdkError(404)), { public: 200, user: 500, admin: 500 }],
    ["a user", clientOf(ANN), { public: 200, user: 200, admin: 403 }],
    ["a user without a role", clientOf({}), { public: 200, user: 200, admin: 403 }],
    ["an admin", clientOf(ADMIN), { public: 200, user: 200, admin: 200 }],
    ["somebody, but Base44 fails", broken, { public: 200, user: 500, admin: 500 }],
  ])("%s", async (_, client, want) => {
    for (const access of ["public", "user", "admin"] as const) {
      upstream.received.length = 0;
      const { status } = await handle({ operation: { access }, client });
      expect({ access, status }).toEqual({ access, status: want[access] });
      expect(upstream.received).toHaveLength(status === 200 ? 1 : 0);
    }
  });

  it("has codes of its own", async () => {
    expect(await seen(handle({ operation: { access: "user" } }))).toMatchObject({ status: 401, code: "not_signed_in" });
    const refused = handle({ operation: { access: "admin" }, client: clientOf(ANN) });
    expect(await seen(refused)).toMatchObject({ status: 403, code: "not_allowed" });
  });

  it("reports too many calls, and nothing else", async () => {
    const answer = await seen(handle({ operation: { access: "user" }, client: clientOf(sdkError(429, "inside")) }));
    const message = "Base44 accepts no more calls for now: try again later";
    expect(answer).toEqual({ status: 429, message, code: "too_many_calls", data: null });
  });

  it("does not identify the caller of a public operation", async () => {
    const me = vi.fn();
    await handle({ client: { auth: { me } } });
    expect(me).not.toHaveBeenCalled();
  });
});

describe("requests that are refused", () => {
  it.each<[given: string, request: () => Request, status: number, code: string]>([
    ["GET", () => new Request("https://x.example"), 405, "method_not_allowed"],
    ["PUT", () => post({}, { method: "PUT" }), 405, "method_not_allowed"],
    ["no JSON", () => post("{"), 400, "invalid_input"],
    ["nothing", () => post(""), 404, "unknown_operation"],
    ["null", () => post("null"), 404, "unknown_operation"],
    [
      "an invalid form",
      () => post("x", { headers: { "content-type": "multipart/form-data; boundary=y" } }),
      400,
      "invalid_input",
    ],
    ["no operation", () => post({ args: {} }), 404, "unknown_operation"],
    ["an operation that is not a string", () => post({ operation: ["get:/things"] }), 404, "unknown_operation"],
    ["an operation that cannot be text", () => post({ operation: { toString: 1 } }), 404, "unknown_operation"],
    ["another operation", () => post({ operation: "delete:/things" }), 404, "unknown_operation"],
    ["constructor", () => post({ operation: "constructor" }), 404, "unknown_operation"],
    ["__proto__", () => post({ operation: "__proto__" }), 404, "unknown_operation"],
    ["arguments that are an array", () => post({ operation: "get:/things", args: [] }), 400, "invalid_input"],
    [
      "a length that is too much",
      () => post("{}", { headers: { "content-length": "50000001" } }),
      413,
      "body_too_large",
    ],
    ["too much", () => post(`"${"x".repeat(50_000_000)}"`), 413, "body_too_large"],
  ])("%s", async (_, request, status, code) => {
    const answer = await handle({ request: request() });
    expect(await seen(answer.clone())).toMatchObject({ status, code, message: expect.any(String) });
    expect(Object.keys((await answer.json()) as object)).toEqual(["message", "code", "data"]);
    expect(upstream.received).toEqual([]);
  });
});

describe("responses", () => {
  it("JSON in its envelope", async () => {
    upstream.answer = answerWith('{"e":1}', { "content-type": "application/json", "x-rate": "5" }, 404);
    const answer = await handle({ operation: { responseHeaders: ["x-rate"] } });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const json = { success: false, status_code: 404, data: { e: 1 }, headers: { "x-rate": "5" } };
    expect([answer.status, await answer.json()]).toEqual([200, json]);
  });

  it("binary data in base64", async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 256));
    upstream.answer = answerWith(bytes, { "content-type": "image/png" });
    const { data_base64, ...rest } = await seen(handle({}));
    expect(rest).toEqual({ status: 200, success: true, status_code: 200, data: null, content_type: "image/png" });
    expect(Buffer.from(String(data_base64), "base64").equals(bytes)).toBe(true);
  });

  it("a stream as it arrives", async () => {
    let end = () => {};
    upstream.answer = (_, response) => {
      response.writeHead(201, { "content-type": "text/event-stream", "set-cookie": "a=b" }).write("data: 1\n\n");
      end = () => response.end("data: 2\n\n");
    };
    const answer = await handle({ operation: { stream: "events" } });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "content-type": "text/event-stream",
      "x-b44-status-code": "201",
      "cache-control": "no-store",
    });
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("data: 1\n\n");
    end();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("data: 2\n\n");
  });

  it("failures with their status", async () => {
    const api = { headers: { "x-key": { secret: "T_NONE" } } };
    expect(await seen(handle({ api }))).toMatchObject({
      status: 500,
      code: "secret_missing",
      data: { secret: "T_NONE" },
    });
    upstream.answer = timeOfCalls().end;
    expect(await seen(handle({}))).toMatchObject({
      status: 504,
      code: "upstream_timeout",
      data: null,
    });
  });

  it("unexpected errors, without their messages", async () => {
    const client = { auth: { me: () => Promise.reject(sdkError(500, "inside")) } };
    const request = post({ operation: "get:/things", args: { queryParams: { q: "private" } } });
    const answer = await seen(handle({ operation: { access: "user" }, client, request }));
    expect(answer).toEqual({ status: 500, message: "things failed", code: "internal_error", data: null });
    expect(log.mock.calls).toEqual([["things: Base44 did not identify the caller: inside"]]);
  });
});

describe("hooks", () => {
  const operation = { parameters: [{ name: "q", in: "query" as const }], access: "user" as const };
  const request = () => post({ operation: "get:/things", args: { queryParams: { q: "a" } } });
  const call = (hooks: Hooks<Client>) => handle({ operation, client: clientOf(ANN), hooks, request: request() });

  it("get the call, in order", async () => {
    const told: unknown[] = [];
    const note = (name: string, { operation: id, args, user }: { operation: string; args: object; user: unknown }) => {
      told.push([name, id, structuredClone(args), user]);
    };
    await call({
      authorize: (context) => {
        note("authorize", context);
        return true;
      },
      before: (context) => note("before", context),
      after: (context) => note("after", context),
    });
    const args = { queryParams: { q: "a" } };
    expect(told).toEqual(["authorize", "before", "after"].map((name) => [name, "get:/things", args, ANN]));
  });

  it.each<[given: string, hooks: Hooks<Client>, status: number, code: string | undefined]>([
    ["authorize: false", { authorize: () => false }, 403, "not_allowed"],
    ["authorize: nothing", { authorize: (() => {}) as never }, 403, "not_allowed"],
    ["authorize: a promise of false", { authorize: async () => false }, 403, "not_allowed"],
    [
      "authorize throws",
      {
        authorize: () => {
          throw sdkError(402);
        },
      },
      402,
      "SDK_CODE",
    ],
    ["authorize answers", { authorize: () => Response.json({ code: "own" }, { status: 418 }) }, 418, "own"],
    ["before answers", { before: () => Response.json({ code: "own" }) }, 200, "own"],
    [
      "before throws a response",
      {
        before: () => {
          throw Response.json({ code: "own" }, { status: 429 });
        },
      },
      429,
      "own",
    ],
    ["before makes the arguments wrong", { before: () => ({ queryParams: { x: 1 } }) }, 400, "invalid_input"],
    [
      "before throws what it should not",
      {
        before: () => {
          throw null;
        },
      },
      500,
      "internal_error",
    ],
    [
      "before throws a server error",
      {
        before: () => {
          throw sdkError(500);
        },
      },
      500,
      "internal_error",
    ],
  ])("%s", async (_, hooks, status, code) => {
    expect(await seen(call(hooks))).toMatchObject({ status, code });
    expect(upstream.received).toEqual([]);
  });

  it("an error of a hook keeps its message, but not its data", async () => {
    const answer = await seen(
      call({
        authorize: () => {
          throw sdkError(402, "Pay first");
        },
      }),
    );
    expect(answer).toEqual({ status: 402, message: "Pay first", code: "SDK_CODE", data: null });
  });

  it.each<[given: string, before: Hooks<Client>["before"]]>([
    ["returned", () => ({ queryParams: { q: "b" } })],
    [
      "in place",
      ({ args }) => {
        args.queryParams = { q: "b" };
      },
    ],
  ])("arguments changed: %s", async (_, before) => {
    await call({ before });
    expect(upstream.only.url).toBe("/things?q=b");
  });

  it.each<[given: string, after: Hooks<Client>["after"]]>([
    ["returned", ({ result }) => ({ ...result, data: "mine" })],
    [
      "in place",
      async ({ result }) => {
        result.data = "mine";
      },
    ],
    ["as a response", () => Response.json({ data: "mine" })],
  ])("result changed: %s", async (_, after) => {
    expect(await seen(call({ after }))).toMatchObject({ data: "mine" });
  });

  it("are not run for an unknown operation, or for a refused caller", async () => {
    const authorize = vi.fn(() => true);
    await handle({ operation, hooks: { authorize }, request: post({ operation: "get:/none" }) });
    await handle({ operation, hooks: { authorize }, client: clientOf(null) });
    expect(authorize).not.toHaveBeenCalled();
  });
});

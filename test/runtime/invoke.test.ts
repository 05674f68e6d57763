import { createClient } from "@base44/sdk";
import { describe, expect, it } from "vitest";
import { type FunctionsClient, invoke, stream } from "../../src/runtime/app/b44.invoke.js";
import type { ServerSentEvent } from "../../src/runtime/app/b44.stream.js";
import { direct } from "../../src/runtime/direct/b44.direct.js";
import { createHandler } from "../../src/runtime/functions/b44-handler.js";
import { clientOf } from "./handler-support.js";
import { type Answer, answerWith, apiOf, useConsoleErrors, useUpstream } from "./support.js";

/** Base44, as far as it hands a call to the function of the API. */
const platform = useUpstream();
const api = useUpstream();
useConsoleErrors();

const TYPE = "multipart/form-data";

/** An upload that is answered by a stream of events. */
const upload = () =>
  apiOf(api.origin, {
    method: "POST",
    parameters: [{ name: "since", in: "query" }],
    body: { kind: "multipart", type: TYPE },
    stream: "events",
  });

/** The API's function. */
const handed: Answer = async ({ method, headers, body }, response) => {
  const init = { method, body: new Uint8Array(body), headers: { "content-type": headers["content-type"] ?? "" } };
  const request = new Request("https://app.example/api/functions/things", init);
  const answer = await createHandler(upload(), () => clientOf(null))(request);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
};

const sdk = (serverUrl = platform.origin) =>
  createClient({ appId: "app-1", serverUrl, token: "user", analytics: { enabled: false } });

type Call = (client: FunctionsClient, args?: object) => Promise<{ data: unknown }>;
const watch: Call = (client, args) => stream(watch, client, "things", "post:/things", args);
const send: Call = (client, args) => invoke(send, client, "things", "post:/things", args);

async function eventsOf({ data }: { data: unknown }): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const event of data as AsyncIterable<ServerSentEvent<unknown>>) seen.push(event.data);
  return seen;
}

describe("a call with a stream as response", () => {
  it("sends files, as other calls do", async () => {
    platform.answer = handed;
    api.answer = answerWith("data: 1\n\ndata: 2\n\n", { "content-type": "text/event-stream" });
    const blob = new Blob([Uint8Array.of(0, 255)], { type: "image/png" });
    const payload = { note: "ü", files: [new File(["x"], "ü.txt", { type: "text/plain" }), blob] };
    expect(await eventsOf(await watch(sdk(), { queryParams: { since: 2n ** 60n }, payload }))).toEqual([1, 2]);

    expect(platform.only).toMatchObject({ method: "POST", url: "/api/functions/things" });
    expect(platform.only.headers.authorization).toBe("Bearer user");
    expect(platform.only.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    const { url, headers, body } = api.only;
    expect(url).toBe("/things?since=1152921504606846976");
    const type = headers["content-type"] ?? "";
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    expect(form.get("note")).toBe("ü");
    const [text, image] = form.getAll("files") as File[];
    expect([text?.name, text?.type, await text?.text()]).toEqual(["ü.txt", "text/plain", "x"]);
    expect([image?.type, [...new Uint8Array((await image?.arrayBuffer()) ?? [])]]).toEqual(["image/png", [0, 255]]);
  });

  it("leaves the text of events unchanged if the spec says so, as in calls from inside a function", async () => {
    platform.answer = handed;
    api.answer = answerWith("data: 1\n\n", { "content-type": "text/event-stream" });
    expect(await eventsOf(await stream(null, sdk(), "things", "post:/things", null, true))).toEqual(["1"]);
    const definition = apiOf(api.origin, { method: "POST", stream: "events", textEvents: true });
    expect(await eventsOf(await direct(null, {}, definition, "post:/things"))).toEqual(["1"]);
  });

  it("is JSON without files, and accepts any number and name", async () => {
    platform.answer = answerWith("", { "content-type": "application/x-ndjson" });
    const payload = { ...JSON.parse('{"__proto__":1}'), constructor: 2n, at: new Date(0), list: [undefined] };
    await watch(sdk(), { payload });
    expect(platform.only.headers["content-type"]).toBe("application/json");
    const sent =
      '{"operation":"post:/things","args":{"payload":{"__proto__":1,"constructor":"2","at":"1970-01-01T00:00:00.000Z","list":[null]}}}';
    expect(String(platform.only.body)).toBe(sent);
  });

  it("has the arguments of a call without a stream", async () => {
    platform.answer = answerWith('{"success":true,"status_code":200,"data":null}', {
      "content-type": "application/json",
    });
    const file = new File(["x"], "a.txt");
    const args = { pathParams: { id: 1 }, payload: { a: [{ "b/~": file }], c: null, d: "text", e: 2n } };
    for (const call of [watch, send]) await call(sdk(), args);
    const [fields, others] = await Promise.all(
      platform.received.map(async ({ headers, body }) => {
        const type = headers["content-type"] ?? "";
        const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
        return [...form].map(([name, value]) => [name, typeof value === "string" ? value : value.name]);
      }),
    );
    expect(fields).toEqual(others);
    expect(fields).toHaveLength(4);
    expect(fields).toContainEqual(["files", '{"file0":"/payload/a/0/b~1~0"}']);
  });
});

describe("a file", () => {
  it.each([
    ["with a name", new File(["x"], "ü.txt", { type: "text/plain" })],
    ["without a name", new File(["x"], "", { type: "text/plain" })],
    ["of bytes alone", new Blob(["x"])],
    ["of nothing", new Blob([])],
  ])("%s is sent as by a call from inside a function", async (_, file) => {
    platform.answer = handed;
    const args = { payload: { file } };
    await send(sdk(), args);
    await direct(null, {}, upload(), "post:/things", args);
    const [fromApp, fromFunction] = api.received.map(({ body }) => String(body).replace(/^--b44-[\w-]+/gm, "--b44"));
    expect(fromApp).toBe(fromFunction);
  });
});

describe("a call with another response", () => {
  it.each<[answer: object, data: unknown]>([
    [{ data: { a: 1 } }, { a: 1 }],
    [{}, null],
    [{ data: null, data_base64: "AP8=", content_type: "image/png" }, ["image/png", 0, 255]],
    [{ data: null, data_base64: "" }, [""]],
  ])("of %j", async (answer, data) => {
    const said = { success: true, status_code: 201, headers: { "x-rate": "5" } };
    platform.answer = answerWith(JSON.stringify({ ...said, ...answer }), { "content-type": "application/json" });
    const result = await send(sdk());
    const bytes = result.data instanceof Blob && [result.data.type, ...new Uint8Array(await result.data.arrayBuffer())];
    expect({ ...result, data: bytes || result.data }).toEqual({ ...said, data });
  });
});

describe("a call that fails before the API responds, with a stream or without", () => {
  it.each([watch, send])("if there is no response", async (call) => {
    const error = await call(sdk("http://127.0.0.1:1")).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "Base44Error", status: undefined, message: expect.any(String) });
    expect(error).toHaveProperty("code");
    expect(error).toHaveProperty("data", undefined);
    expect((error as { originalError: unknown }).originalError).toBeInstanceOf(Error);
  });

  it.each([watch, send])("if something else is thrown", async (call) => {
    const refuse = () => Promise.reject(null);
    const client = { functions: { invoke: refuse, fetch: refuse } };
    await expect(call(client)).rejects.toMatchObject({ name: "Base44Error", message: "", originalError: null });
  });

  it.each([watch, send])("if the function fails", async (call) => {
    platform.answer = handed;
    await expect(call(sdk(), { payload: 5 })).rejects.toMatchObject({
      name: "Base44Error",
      status: 400,
      code: "invalid_input",
      data: { operation: "post:/things", pointer: "/payload" },
    });
  });

  it.each<[body: string, message: unknown, data: unknown]>([
    ['{"message":"","error":"No such app"}', "No such app", { message: "", error: "No such app" }],
    ['{"message":5}', expect.stringMatching(/failed|500/), { message: 5 }],
    ["null", expect.stringMatching(/failed|500/), null],
    ['{"message":"Busy","code":"busy","data":1}', "Busy", 1],
  ])("where Base44 fails with %s", async (body, message, data) => {
    platform.answer = answerWith(body, { "content-type": "application/json" }, 500);
    for (const call of [watch, send]) {
      await expect(call(sdk())).rejects.toMatchObject({ name: "Base44Error", status: 500, message, data });
    }
  });

  it.each([watch, send])("if a server without the function responds with a page", async (call) => {
    platform.answer = answerWith("<!doctype html>", { "content-type": "text/html; charset=utf-8" });
    await expect(call(sdk())).rejects.toMatchObject({ name: "Base44Error", status: 502, code: "not_a_result" });
  });
});

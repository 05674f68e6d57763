import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ApiDefinition, CallResult, OperationDefinition } from "../../src/runtime/functions/b44-definition.js";
import { fetchWithin } from "../../src/runtime/functions/b44-redirect.js";
import { answerWith, apiOf, callOnly, failureOf, timeOfCalls, useUpstream } from "./support.js";

const upstream = useUpstream();

const call = (operation: Partial<OperationDefinition> = {}, api: Partial<ApiDefinition> = {}) =>
  callOnly(apiOf(upstream.origin, operation, api));

describe("the data of a response", () => {
  const umlaut = Buffer.from([0xe9]);
  it.each<[given: string, type: string | undefined, body: string | Buffer, want: unknown, accept?: string]>([
    ["JSON", "application/json; charset=utf-8", '{"a":1}', { a: 1 }],
    ["JSON of a vendor", "application/vnd.api+json", "[1]", [1]],
    ["invalid JSON", "application/json", "<html>", "<html>"],
    ["JSON null", "application/json", "null", null],
    ["nothing, said to be JSON", "application/json", "", null],
    ["a space for nothing", "application/json", " ", null],
    ["a space of text", "text/plain", " ", " "],
    ["text", "text/plain", "1", "1"],
    ["text in another encoding", "text/plain; charset=ISO-8859-1", umlaut, "é"],
    ["text in an encoding that nobody knows", "text/plain; charset=x-none", "a", "a"],
    ["CSV", "Text/CSV", "a,b", "a,b"],
    ["XML", "application/xml", "<a/>", "<a/>"],
    ["XML of a kind", "application/atom+xml", "<a/>", "<a/>"],
    ["lines of JSON", "application/x-ndjson", "1\n2", "1\n2"],
    ["lines of JSON by another name", "application/jsonlines", "1\n2", "1\n2"],
    ["one line of JSON", "application/stream+json", "1\n", "1\n"],
    ["JSON by an older name", "application/x-json", "[1]", [1]],
    ["a language", "application/graphql", "{a}", "{a}"],
    ["no type, JSON declared", undefined, "[1]", [1], "application/json"],
    ["no type, JSON declared, but text", undefined, "hi", "hi", "application/json"],
  ])("%s", async (_, type, body, want, accept) => {
    upstream.answer = answerWith(body, type ? { "content-type": type } : {});
    const result = await call(accept ? { accept } : {});
    expect(result).toEqual({ success: true, status_code: 200, data: want });
  });

  const answers = { 200: "json", 201: "text", "2XX": "binary" } as const;
  it.each<[given: string, status: number, type: string | undefined, body: string | Buffer, want: unknown]>([
    ["JSON as text", 200, "text/html", '{"a":1}', { a: 1 }],
    ["JSON as bytes", 200, "application/octet-stream", "[1]", [1]],
    ["JSON as lines", 200, "application/x-ndjson", "[1]", [1]],
    ["JSON that is a string", 200, "text/plain", "hi", "hi"],
    ["invalid JSON, without a type", 200, undefined, "hi", "hi"],
    ["JSON that is bytes", 200, "image/png", umlaut, "Blob image/png 1"],
    ["JSON that is bytes of no type", 200, undefined, umlaut, "Blob  1"],
    ["no JSON", 200, "text/plain", "", null],
    ["a space for no JSON", 200, "text/html", " \n", null],
    ["text as JSON", 201, "application/json", '{"a":1}', '{"a":1}'],
    ["text as bytes", 201, "application/octet-stream", "a", "a"],
    ["text of no type in another encoding", 201, undefined, umlaut, "\ufffd"],
    ["no text", 201, "text/plain", "", ""],
    ["bytes as text", 203, "text/plain", umlaut, "Blob text/plain 1"],
    ["bytes as JSON", 203, "application/json", "{}", "Blob application/json 2"],
    ["bytes of no type", 203, undefined, "{}", "Blob  2"],
    ["no bytes", 203, "image/png", "", "Blob image/png 0"],
    ["no content", 204, undefined, "", null],
    ["an error that is text", 400, "text/plain", "{}", "{}"],
    ["an error that is JSON", 400, "application/json", "{}", {}],
  ])("where the spec leaves one kind: %s", async (_, status, type, body, want) => {
    upstream.answer = answerWith(body, type ? { "content-type": type } : {}, status);
    const { data } = await call({ answers, accept: "application/json" });
    expect(data instanceof Blob ? `Blob ${data.type} ${data.size}` : data).toEqual(want);
  });

  it.each<[given: string, status: number, type: string | undefined, body: string, want: unknown]>([
    ["JSON as text", 400, "text/plain; charset=utf-8", '{"error":"e"}', { error: "e" }],
    ["JSON as HTML", 500, "text/html", "[1]", [1]],
    ["JSON of no type", 404, undefined, "{}", {}],
    ["a page", 502, "text/html", "<html>", "<html>"],
    ["nothing", 401, "text/plain", "", null],
    ["a success, which is none", 200, "text/plain", "{}", "{}"],
  ])("where all failures are JSON by the spec: %s", async (_, status, type, body, want) => {
    upstream.answer = answerWith(body, type ? { "content-type": type } : {}, status);
    const { data } = await call({ answers: { failure: "json" }, accept: "text/plain" });
    expect(data).toEqual(want);
  });

  it("is bytes without a type if it is neither JSON nor text", async () => {
    upstream.answer = answerWith(umlaut);
    expect((await call({ accept: "application/json" })).data).toBeInstanceOf(Blob);
  });

  it.each<[type: string | undefined, want: string]>([
    ["image/png", "image/png"],
    ["application/octet-stream", "application/octet-stream"],
    [undefined, ""],
  ])("a blob of the type %s", async (type, want) => {
    const bytes = Buffer.from([0, 255, 128]);
    upstream.answer = answerWith(bytes, type ? { "content-type": type } : {});
    const { data } = await call();
    expect(data).toBeInstanceOf(Blob);
    expect((data as Blob).type).toBe(want);
    expect(Buffer.from(await (data as Blob).arrayBuffer())).toEqual(bytes);
  });

  it.each([201, 204, 205, 299, 304, 400, 401, 403, 404, 429, 500, 503])("status %i is a result", async (status) => {
    const empty = [204, 205, 304].includes(status);
    upstream.answer = answerWith(empty ? "" : '{"e":1}', { "content-type": "application/json" }, status);
    const want = { success: status < 300, status_code: status, data: empty ? null : { e: 1 } };
    expect(await call()).toEqual(want);
  });

  it("has the declared headers that are present", async () => {
    upstream.answer = answerWith("{}", {
      "content-type": "application/json",
      Link: "<x>",
      "X-Rate": "9",
      "set-cookie": "a=b",
    });
    expect((await call({ responseHeaders: ["link", "x-rate", "x-none"] })).headers).toEqual({
      link: "<x>",
      "x-rate": "9",
    });
    expect(await call({ responseHeaders: ["x-none"] })).toHaveProperty("headers", {});
    expect(await call({})).not.toHaveProperty("headers");
  });

  it("never has the headers of the function's own connection and session", async () => {
    const names = ["set-cookie", "connection", "keep-alive", "transfer-encoding", "x-rate"];
    upstream.answer = answerWith("{}", { "set-cookie": "session=s3cr3t", "x-rate": "9" });
    expect((await call({ responseHeaders: names })).headers).toEqual({ "x-rate": "9" });
  });

  it.each<[method: string, coding: string | undefined, want: Record<string, string>]>([
    ["GET", undefined, { "content-length": "2" }],
    ["GET", "gzip", {}],
    ["HEAD", "gzip", { "content-encoding": "gzip", "content-length": "22" }],
  ])("says of the content of %s in the coding %s what it is when it is read", async (method, coding, want) => {
    const body = coding ? gzipSync("{}") : Buffer.from("{}");
    const headers = { "content-length": String(body.length), ...(coding ? { "content-encoding": coding } : {}) };
    upstream.answer = answerWith(body, headers);
    const result = await call({ method, responseHeaders: ["content-encoding", "content-length"] });
    expect(result.headers).toEqual(want);
  });

  it("sends the accept header of the operation", async () => {
    await call({ accept: "application/pdf" });
    expect(upstream.only.headers.accept).toBe("application/pdf");
  });
});

describe("streams", () => {
  const text = async ({ data }: CallResult) => new Response(data as ReadableStream<Uint8Array>).text();

  it.each<[stream: "events" | "lines", type: string]>([
    ["events", "text/event-stream; charset=utf-8"],
    ["lines", "application/x-ndjson"],
    ["lines", "text/plain"],
  ])("%s of the type %s", async (stream, type) => {
    upstream.answer = answerWith("data: 1\n\n", { "content-type": type });
    const result = await call({ stream });
    expect(result).toMatchObject({ success: true, status_code: 200, content_type: type });
    expect(await text(result)).toBe("data: 1\n\n");
  });

  it.each<[given: string, stream: "events" | "lines", type: string, status: number]>([
    ["JSON instead of events", "events", "application/json", 200],
    ["JSON instead of lines", "lines", "application/json", 200],
    ["an error", "events", "application/json", 429],
    ["an error that is text", "events", "text/event-stream", 500],
  ])("%s is no stream", async (_, stream, type, status) => {
    upstream.answer = answerWith('{"a":1}', { "content-type": type }, status);
    const { data } = await call({ stream });
    expect(data).toEqual(type === "application/json" ? { a: 1 } : '{"a":1}');
  });

  it("without content are not streams", async () => {
    upstream.answer = answerWith("", { "content-type": "text/event-stream" }, 204);
    expect(await call({ stream: "events" })).toEqual({ success: true, status_code: 204, data: null });
  });

  it("arrive before they end, and outlast the timeout", async () => {
    const time = timeOfCalls();
    let end = () => {};
    upstream.answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
      end = () => response.end("data: 2\n\n");
    };
    const result = await call({ stream: "events" });
    const reader = (result.data as ReadableStream<Uint8Array>).getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("data: 1\n\n");
    time.end();
    end();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("data: 2\n\n");
  });
});

describe("an API that does not respond correctly", () => {
  const late = { status: 504, code: "upstream_timeout" };

  it("is slow to start", async () => {
    upstream.answer = timeOfCalls().end;
    expect(await failureOf(call())).toMatchObject(late);
  });

  it("is slow to end", async () => {
    const time = timeOfCalls();
    upstream.answer = (_, response) => response.writeHead(200, { "content-type": "application/json" }).write("[");
    const send: ApiDefinition["send"] = (sending) => fetchWithin(sending).finally(time.end);
    expect(await failureOf(call({}, { send }))).toMatchObject(late);
  });

  it("is slow after a redirect", async () => {
    const time = timeOfCalls();
    upstream.answer = ({ url }, response) =>
      url === "/things" ? response.writeHead(302, { location: "/slow" }).end() : time.end();
    expect(await failureOf(call())).toMatchObject(late);
  });

  it("cannot be reached", async () => {
    const failure = await failureOf(callOnly(apiOf("http://127.0.0.1:1")));
    expect(failure).toMatchObject({
      status: 502,
      code: "upstream_unreachable",
      message: "things could not be reached at http://127.0.0.1:1",
    });
  });

  it("declares too long a response", async () => {
    upstream.answer = (_, response) => response.writeHead(200, { "content-length": "20000001" }).write("x");
    expect(await failureOf(call())).toMatchObject({ status: 502, code: "answer_too_large" });
  });

  it("responds with events instead of JSON", async () => {
    upstream.answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).write("data: {}\n\n");
    };
    expect(await failureOf(call())).toMatchObject({ status: 502, code: "unexpected_stream" });
  });

  it("sends too much without declaring it", async () => {
    upstream.answer = (_, response) => {
      const chunk = Buffer.alloc(1_000_000);
      for (let count = 0; count < 21; count++) response.write(chunk);
      response.end();
    };
    expect(await failureOf(call())).toMatchObject({ status: 502, code: "answer_too_large" });
  });

  it("sends the maximum", async () => {
    upstream.answer = answerWith(Buffer.alloc(20_000_000), { "content-type": "application/octet-stream" });
    expect(((await call()).data as Blob).size).toBe(20_000_000);
  });
});

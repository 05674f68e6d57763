import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../src/spec/json.js";
import { answering } from "./pipeline-support.js";
import { answers, apiOf, backendOperation, planned, type TestWay } from "./plan-backend-support.js";

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
const BYTES = "application/octet-stream";
const EVENTS = "text/event-stream";
const LINES = "application/x-ndjson";
const bytes = { type: "string", format: "binary" };

/** The plan of the one operation `post:/a`. */
function planOf(operation: JsonObject, way: TestWay = {}, components: JsonObject = {}) {
  const plan = planned(apiOf({ "/a": { post: operation } }, components), way);
  return { operation: plan.api.operations[0]!, backend: backendOperation(plan) };
}

describe("the request body that is sent", () => {
  const body = (mediaTypes: string[], schema: Json): JsonObject => {
    const content = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
    return { ...answering(true), requestBody: { required: true, content } };
  };
  const object = { type: "object", properties: { a: { type: "string" } } };

  it.each<[declared: string[], schema: Json, kind: string, sent: string[]]>([
    [[JSON_TYPE], object, "json", [JSON_TYPE]],
    [[FORM, JSON_TYPE], object, "json", [JSON_TYPE]],
    [
      [MULTIPART, "text/plain", "application/vnd.a+json", JSON_TYPE],
      object,
      "json",
      ["application/vnd.a+json", JSON_TYPE],
    ],
    [[FORM, MULTIPART], object, "multipart", [MULTIPART]],
    [["text/plain", FORM], object, "form", [FORM]],
    [[BYTES, "text/csv", "text/plain"], true, "text", ["text/csv"]],
    [["application/xml"], object, "text", ["application/xml"]],
    [["image/png", BYTES], bytes, "binary", ["image/png"]],
    [["*/*"], object, "json", ["*/*"]],
    [["*/*"], bytes, "binary", ["*/*"]],
    [["*/*"], { $ref: "#/components/schemas/Bytes" }, "binary", ["*/*"]],
    [["image/*"], bytes, "binary", ["image/*"]],
    [["application/json; charset=utf-8"], object, "json", [JSON_TYPE]],
  ])("of %j with %j: %s", (declared, schema, kind, sent) => {
    const { operation } = planOf(body(declared, schema), {}, { schemas: { Bytes: bytes } });
    expect(operation.requestBody?.content.map((item) => item.mediaType)).toEqual(sent);
    expect(new Set(operation.requestBody?.content.map((item) => item.kind))).toEqual(new Set([kind]));
  });
});

describe("the answer that is asked for", () => {
  const rest = "application/json;q=0.9, */*;q=0.5";

  it.each<[declared: string[], schema: Json, kinds: string[], accept: string]>([
    [[], true, [], "application/json, */*;q=0.5"],
    [[JSON_TYPE], true, ["json"], JSON_TYPE],
    [["text/csv", JSON_TYPE], true, ["json"], JSON_TYPE],
    [["application/vnd.a+json"], true, ["json"], `application/vnd.a+json, ${rest}`],
    [["application/vnd.a+json", JSON_TYPE], true, ["json", "json"], `application/vnd.a+json, ${JSON_TYPE}`],
    [["*/*"], true, ["json"], "application/json, */*;q=0.5"],
    [["text/plain", "application/pdf"], true, ["text"], `text/plain, ${rest}`],
    [["application/pdf"], bytes, ["binary"], `application/pdf, ${rest}`],
    [["image/*"], bytes, ["binary"], "application/json, */*;q=0.5"],
    [[EVENTS], true, ["events"], `${EVENTS}, ${rest}`],
    [["text/plain", EVENTS], true, ["events"], `${EVENTS}, ${rest}`],
    [[LINES], true, ["lines"], `${LINES}, ${rest}`],
    [["text/html\r\nx: y"], true, ["text"], "application/json, */*;q=0.5"],
  ])("of %j with %j: %j", (declared, schema, kinds, accept) => {
    const { operation, backend } = planOf(answers(declared, schema));
    expect(operation.responses[0]?.content.map(({ kind }) => kind)).toEqual(kinds);
    expect(backend.accept).toBe(accept);
  });

  it("is of success alone", () => {
    const content = (mediaType: string): JsonObject => ({ description: "", content: { [mediaType]: {} } });
    const { backend } = planOf({
      responses: {
        200: content("application/pdf"),
        201: content("text/plain"),
        404: content("text/html"),
        default: content("text/xml"),
      },
    });
    expect(backend.accept).toBe(`application/pdf, text/plain, ${rest}`);
  });
});

describe("a stream", () => {
  const response = (mediaType: string): JsonObject => ({ description: "", content: { [mediaType]: {} } });

  it.each<[responses: JsonObject, stream: string | undefined, kinds: string[]]>([
    [{ 200: response(EVENTS) }, "events", ["events"]],
    [{ 200: response(LINES) }, "lines", ["lines"]],
    [{ 200: response("application/jsonl") }, "lines", ["lines"]],
    [{ "2XX": response(EVENTS) }, "events", ["events"]],
    [{ default: response(EVENTS) }, "events", ["events"]],
    [{ 200: response(JSON_TYPE), 206: response(EVENTS) }, "events", ["json", "events"]],
    [{ 200: { description: "", content: { [EVENTS]: {}, [JSON_TYPE]: {} } } }, undefined, ["json"]],
    [{ 200: response(JSON_TYPE), 400: response(EVENTS) }, undefined, ["json", "text"]],
    [{ 200: response(JSON_TYPE), default: response(LINES) }, undefined, ["json", "text"]],
  ])("%j: %s", (responses, stream, kinds) => {
    const { operation, backend } = planOf({ responses });
    expect(backend.stream).toBe(stream);
    expect(operation.responses.flatMap(({ content }) => content.map(({ kind }) => kind))).toEqual(kinds);
  });
});

describe("headers of answers", () => {
  const responses: JsonObject = {
    200: { description: "", headers: { "X-Next": { schema: {} }, "x-total": { schema: {} } } },
    404: { description: "", headers: { "Retry-After": { schema: {} } } },
  };

  it.each<[named: string[], wanted: string[]]>([
    [[], ["retry-after", "x-next", "x-total"]],
    [
      ["X-Rate-Limit", "X-NEXT"],
      ["retry-after", "x-next", "x-rate-limit", "x-total"],
    ],
  ])("that the spec declares and the config names %j", (responseHeaders, wanted) => {
    const { operation, backend } = planOf({ responses }, { responseHeaders });
    expect(backend.responseHeaders).toEqual(wanted);
    const ofSuccess = operation.responses[0]?.headers.map(({ name }) => name).sort();
    expect(ofSuccess).toEqual(
      [...new Set(["x-next", "x-total", ...responseHeaders.map((name) => name.toLowerCase())])].sort(),
    );
  });
});

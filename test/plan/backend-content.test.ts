import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { planApi, type Way } from "../../src/plan/index.js";
import { readData } from "../../src/runtime/functions/b44-read.js";
import { answering, thrownBy } from "../support/pipeline.js";
import { answers, apiOf, backendOperation, DEFAULTS, planned, type TestWay } from "./support.js";

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
const BYTES = "application/octet-stream";
const EVENTS = "text/event-stream";
const LINES = "application/x-ndjson";
/** Other media types of one JSON text a line. */
const LINE_TYPES = [
  "application/ndjson",
  "application/jsonl",
  "text/jsonl",
  "application/x-jsonlines",
  "application/x-json-stream",
  "application/json-lines",
  "application/stream+json",
  "application/vnd.a+ndjson",
  "application/json-seq",
  "application/geo+json-seq",
];
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
    [[MULTIPART, "text/plain", "application/vnd.a+json", JSON_TYPE], object, "json", [JSON_TYPE]],
    [["application/json-patch+json", "application/merge-patch+json"], object, "json", ["application/merge-patch+json"]],
    [["application/json-patch+json", "text/json"], object, "json", ["application/json-patch+json"]],
    [[FORM, MULTIPART], object, "multipart", [MULTIPART]],
    [["text/plain", FORM], object, "form", [FORM]],
    [[BYTES, "text/csv", "text/plain"], true, "text", ["text/csv"]],
    [["application/xml"], object, "text", ["application/xml"]],
    [["image/png", BYTES], bytes, "binary", ["image/png", BYTES]],
    [["*/*"], object, "json", ["*/*"]],
    [["*/*"], bytes, "binary", ["*/*"]],
    [["*/*"], { $ref: "#/components/schemas/Bytes" }, "binary", ["*/*"]],
    [["image/*"], bytes, "binary", ["image/*"]],
    [["application/json; charset=utf-8"], object, "json", [JSON_TYPE]],
    [["message/rfc822", "message/imdn+xml", "image/svg+xml"], object, "json", [JSON_TYPE]],
    [["text/xml", BYTES], object, "json", [JSON_TYPE]],
    [["video/mp4"], { type: "array", items: { $ref: "#/components/schemas/Object" } }, "json", [JSON_TYPE]],
    [[BYTES], { allOf: [{ $ref: "#/components/schemas/Object" }] }, "json", [JSON_TYPE]],
    [[BYTES, "application/vnd.a+json"], object, "json", ["application/vnd.a+json"]],
    [[BYTES], { type: "object" }, "binary", [BYTES]],
    [[BYTES], { type: "object", properties: { value: { type: "string", format: "base64url" } } }, "binary", [BYTES]],
    [["image/png"], { type: "array", items: { type: "string", format: "byte" } }, "binary", ["image/png"]],
    [["application/x-protobuf"], object, "binary", ["application/x-protobuf"]],
    [["multipart/related"], object, "binary", ["multipart/related"]],
  ])("of %j with %j: %s", (declared, schema, kind, sent) => {
    const { operation } = planOf(body(declared, schema), {}, { schemas: { Bytes: bytes, Object: object } });
    expect(operation.requestBody?.content.map((item) => item.mediaType)).toEqual(sent);
    expect(new Set(operation.requestBody?.content.map((item) => item.kind))).toEqual(new Set([kind]));
  });
});

describe("an upload", () => {
  const schema = (properties: JsonObject): JsonObject => ({ schema: { type: "object", properties } });
  const withFile = schema({ file: bytes, name: { type: "string" } });
  const withUrl = schema({ url: { type: "string" } });
  const bodyOf = (content: JsonObject): JsonObject => ({ ...answering(true), requestBody: { content } });

  const metered: TestWay = { connection: { kind: "metered", type: "acme" } };

  it.each<[what: string, json: JsonObject, form: JsonObject, sent: string[], notes: number, way?: TestWay]>([
    ["that both forms have", withFile, withFile, [MULTIPART], 0],
    ["that only the multipart form has", withUrl, withFile, [JSON_TYPE, MULTIPART], 0],
    ["that only the multipart form has, where JSON alone goes", withUrl, withFile, [JSON_TYPE], 1, metered],
    ["that only the JSON form has", withFile, withUrl, [JSON_TYPE], 0],
    ["that neither has", withUrl, withUrl, [JSON_TYPE], 0],
  ])("%s", (_, json, form, sent, notes, way = {}) => {
    const api = apiOf({ "/a": { post: bodyOf({ [JSON_TYPE]: json, [MULTIPART]: form }) } });
    const plan = planned(api, way);
    expect(plan.api.operations[0]?.requestBody?.content.map(({ mediaType }) => mediaType)).toEqual(sent);
    const message =
      "Payloads of post:/a are sent as application/json, without the files that their multipart form accepts.";
    const found = plan.diagnostics.map((item) => [item.code, item.severity, item.message, item.location?.pointer]);
    expect(found.filter(([code]) => code === "B44-326")).toEqual(
      Array.from({ length: notes }, () => ["B44-326", "info", message, "/paths/~1a/post/requestBody"]),
    );
  });

  it("is JSON without the file for an integration, and reported", () => {
    const api = apiOf({ "/a": { post: bodyOf({ [JSON_TYPE]: withFile, [MULTIPART]: withFile }) } });
    const plan = planApi(api, { via: "integration" }, { anyNumber: false });
    expect(plan.api.operations[0]?.requestBody?.content.map(({ mediaType }) => mediaType)).toEqual([JSON_TYPE]);
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(["B44-326"]);
  });
});

describe("a multipart form beside a urlencoded one", () => {
  const fields = (properties: JsonObject): JsonObject => ({ type: "object", properties });
  const [a, b] = [fields({ a: { type: "string" } }), fields({ b: bytes })];

  it.each<[what: string, multipart: JsonObject, form: JsonObject, notes: number]>([
    ["of the same fields", { schema: a }, { schema: a }, 0],
    ["of other fields", { schema: a }, { schema: b }, 1],
    ["with files", { schema: b }, { schema: a }, 1],
    ["of which nothing is known", {}, { schema: a }, 1],
    ["that says nothing else", { schema: a }, {}, 0],
  ])("%s", (_, multipart, form, notes) => {
    const requestBody = { content: { [FORM]: form, [MULTIPART]: multipart } };
    const post: JsonObject = { ...answering(true), requestBody };
    const message =
      "Payloads of post:/a, post:/b are sent as multipart/form-data, not as their other form media type, which has another schema.";
    const plan = planned(apiOf({ "/a": { post }, "/b": { post } }));
    expect(plan.diagnostics.map((item) => [item.code, item.message])).toEqual(
      Array.from({ length: notes }, () => ["B44-326", message]),
    );
  });
});

describe("a body of GET, which the spec does not require", () => {
  const get = (mediaType: string, schema: Json): JsonObject => ({
    get: answering(true, { requestBody: { content: { [mediaType]: { schema } } } }),
  });
  const object = { type: "object", properties: { a: { type: "string" } } };
  const ways: Way[] = [{ via: "integration" }, { via: "function", secrets: {}, ...DEFAULTS }];
  const told = (paths: JsonObject, way: Way) =>
    planApi(apiOf(paths), way, { anyNumber: false }).diagnostics.map(({ code, severity, message }) => [
      code,
      severity,
      message,
    ]);
  const note = (list: string) => [["B44-329", "info", `Calls of ${list} do not send the optional request body.`]];

  it.each<[mediaType: string, schema: Json, isTold: [integration: boolean, through: boolean]]>([
    [JSON_TYPE, object, [false, true]],
    [JSON_TYPE, { type: "object" }, [false, true]],
    [JSON_TYPE, { type: "object", properties: {} }, [false, false]],
    [JSON_TYPE, { type: "object", additionalProperties: false }, [false, false]],
    [FORM, object, [true, true]],
    [FORM, { type: "object" }, [false, false]],
  ])("%j with %j", (mediaType, schema, isTold) => {
    const paths = { "/a": get(mediaType, schema), "/b": get(mediaType, schema) };
    ways.forEach((way, index) => {
      expect(told(paths, way)).toEqual(isTold[index] ? note("get:/a, get:/b") : []);
    });
  });

  it.each(ways)("of a stream with only a schema of its items: $via", (way) => {
    const requestBody = { content: { "application/x-ndjson": { itemSchema: object } } };
    expect(told({ "/a": { get: answering(true, { requestBody }) } }, way)).toEqual(note("get:/a"));
  });
});

describe("JSON of several media types", () => {
  const patch = (other: JsonObject) => ({
    "/a": {
      patch: {
        ...answering(true),
        requestBody: {
          content: { "application/json-patch+json": other, "application/merge-patch+json": { schema: {} } },
        },
      },
    },
  });
  const ways: Way[] = [{ via: "integration" }, { via: "function", secrets: {}, ...DEFAULTS }];

  it.each(ways)("is sent and typed as one, the same for every transport: %j", (way) => {
    const plan = planApi(apiOf(patch({ schema: { type: "array" } })), way, { anyNumber: false });
    const [content, ...more] = plan.api.operations[0]?.requestBody?.content ?? [];
    expect([content?.mediaType, content?.schema, more]).toEqual(["application/merge-patch+json", {}, []]);
    expect(plan.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "B44-326",
        "Payloads of patch:/a are sent as application/merge-patch+json, not as their other JSON media types, which have another schema.",
      ],
    ]);
  });

  it("is not reported if all have the same schema", () => {
    expect(planned(apiOf(patch({ schema: {} }))).diagnostics).toEqual([]);
  });
});

describe("the requested response", () => {
  const rest = "application/json;q=0.9, */*;q=0.5";

  it.each<[declared: string[], schema: Json, kinds: string[], accept: string]>([
    [[], true, [], "application/json, */*;q=0.5"],
    [[JSON_TYPE], true, ["json"], JSON_TYPE],
    [["text/csv", JSON_TYPE], true, ["json"], JSON_TYPE],
    [["application/vnd.a+json"], true, ["json"], `application/vnd.a+json, ${rest}`],
    [["application/vnd.a+json", JSON_TYPE], true, ["json", "json"], `application/vnd.a+json, ${JSON_TYPE}`],
    [["*/*"], true, ["json"], "application/json, */*;q=0.5"],
    [["*/*"], bytes, ["binary"], "*/*"],
    [["text/plain", "application/pdf"], true, ["text"], `text/plain, ${rest}`],
    [["application/pdf"], bytes, ["binary"], `application/pdf, ${rest}`],
    [[JSON_TYPE], bytes, ["binary"], `${JSON_TYPE}, */*;q=0.5`],
    [["text/plain", JSON_TYPE, "text/json"], bytes, ["binary"], `text/plain, ${rest}`],
    [[JSON_TYPE, "application/x-tar"], bytes, ["binary"], `application/x-tar, ${rest}`],
    [["application/vnd.a+json"], bytes, ["binary"], `application/vnd.a+json, ${rest}`],
    [["text/csv"], bytes, ["text"], `text/csv, ${rest}`],
    [["application/*"], true, ["json"], "application/json, */*;q=0.5"],
    [["application/*"], bytes, ["binary"], `application/*, ${rest}`],
    [["image/*"], bytes, ["binary"], `image/*, ${rest}`],
    [["Image/*;q=0.1"], bytes, ["binary"], `image/*, ${rest}`],
    [["text/*"], true, ["text"], `text/*, ${rest}`],
    [["application/*+json"], true, ["json"], `application/*+json, ${rest}`],
    [["application/*+json", JSON_TYPE], true, ["json", "json"], `application/*+json, ${JSON_TYPE}`],
    [["a b/*"], bytes, ["binary"], "application/json, */*;q=0.5"],
    [[EVENTS], true, ["events"], `${EVENTS}, ${rest}`],
    [["text/plain", EVENTS], true, ["events"], `${EVENTS}, ${rest}`],
    [[LINES], true, ["lines"], `${LINES}, ${rest}`],
    [["application/json; version=2"], true, ["json"], "application/json; version=2"],
    [["Application/Vnd.A+json;v=1"], true, ["json"], `Application/Vnd.A+json;v=1, ${rest}`],
    [["text/csv; x=1\r\ny: z"], true, ["text"], `text/csv, ${rest}`],
    [["text/html\r\nx: y"], true, ["text"], "application/json, */*;q=0.5"],
  ])("of %j with %j: %j", (declared, schema, kinds, accept) => {
    const { operation, backend } = planOf(answers(declared, schema));
    expect(operation.responses[0]?.content.map(({ kind }) => kind)).toEqual(kinds);
    expect(backend.accept).toBe(accept);
  });

  it("is only for successes", () => {
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

  it("excludes responses that never have content", () => {
    const content = (mediaType: string): JsonObject => ({ description: "", content: { [mediaType]: {} } });
    const { backend } = planOf({ responses: { 200: content("text/plain"), 204: content("application/pdf") } });
    expect(backend.accept).toBe(`text/plain, ${rest}`);
  });
});

describe("a response is read as its type", () => {
  const READ = { json: 1, text: "1", form: "1", lines: "1", events: "1", binary: Blob, multipart: Blob };

  it.each([
    ...[
      JSON_TYPE,
      "text/json",
      "application/x-json",
      "application/vnd.a+json",
      "model/gltf+json",
      "application/a+x-json",
    ],
    ...[
      "text/plain",
      "image/svg+xml",
      "application/yaml",
      "application/vnd.a+yaml",
      "application/x-yaml",
      "x/javascript",
    ],
    ...["application/javascript", "application/graphql", "application/a+sql", "application/json-stream", "a/x-ndjson"],
    ...[...LINE_TYPES, EVENTS, FORM, MULTIPART, "application/pdf"],
  ])("%s", async (type) => {
    const { operation } = planOf(answers([type]));
    const kind = operation.responses[0]?.content[0]?.kind ?? "json";
    const read = await readData({ bytes: new Blob(["1"]), headers: new Headers({ "content-type": type }) });
    expect(read instanceof Blob ? Blob : read).toBe(READ[kind]);
  });
});

describe("the kind of a response, whatever its header", () => {
  const of = (schema: Json, ...types: string[]): JsonObject => ({
    description: "",
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  });
  const text = { $ref: "#/components/schemas/Text" };
  const object = { type: "object", properties: { a: { type: "string" } } };

  it.each<[responses: JsonObject, answers: Record<string, string> | undefined]>([
    [{ 200: of({}, JSON_TYPE) }, { 200: "json" }],
    [{ 200: of({}, JSON_TYPE, "text/json"), 404: of({}, "text/plain") }, { 200: "json" }],
    [
      { 200: of({}, "text/csv"), 202: of({}, JSON_TYPE), 204: { description: "" } },
      { 200: "text", 202: "json" },
    ],
    [
      { 200: of(bytes, "*/*"), "2XX": of({}, "image/*") },
      { 200: "binary", "2XX": "binary" },
    ],
    [{ default: of({}, MULTIPART) }, { default: "binary" }],
    [{ 200: of(bytes, JSON_TYPE, "text/plain") }, { 200: "binary" }],
    [{ 200: of({}, FORM), default: of({}, BYTES) }, { 200: "text" }],
    [{ 200: of({}, JSON_TYPE, "text/csv") }, undefined],
    [{ 200: of({}, JSON_TYPE, "text/csv"), 201: of({}, BYTES), "2XX": of({}, BYTES) }, { 201: "binary" }],
    [{ 200: of({}, EVENTS), 206: of({}, LINES) }, undefined],
    [{ 200: of({ type: ["null", "string"] }, JSON_TYPE) }, undefined],
    [{ 200: of(text, JSON_TYPE), 201: of({ type: "array", items: text }, JSON_TYPE) }, { 201: "json" }],
    [
      { 200: of({ oneOf: [text], description: "d" }, JSON_TYPE), 201: of({ allOf: [object] }, JSON_TYPE) },
      { 201: "json" },
    ],
    [{ 200: of({ anyOf: [object, { oneOf: [{ type: "null" }, text] }] }, JSON_TYPE) }, undefined],
    [{ 200: of({ enum: [1, "a"] }, JSON_TYPE), 201: of({ enum: [1], anyOf: [{}] }, JSON_TYPE) }, { 201: "json" }],
    [{ 200: of({ type: "object", anyOf: [object, text] }, JSON_TYPE) }, { 200: "json" }],
    [{ 200: { description: "" } }, undefined],
    [{ 404: of({}, JSON_TYPE), "5XX": of(object, "application/problem+json", JSON_TYPE) }, { failure: "json" }],
    [
      { 200: of({}, JSON_TYPE), 401: { description: "" }, default: of({}, JSON_TYPE) },
      { 200: "json", failure: "json" },
    ],
    [{ 404: of({}, JSON_TYPE), 500: of({}, "text/plain") }, undefined],
    [{ 404: of({}, JSON_TYPE, "text/html") }, undefined],
    [{ 404: of(text, JSON_TYPE) }, undefined],
    [{ default: of({}, JSON_TYPE) }, { default: "json", failure: "json" }],
    [
      { 200: of(bytes, "application/pdf"), default: of(object, "application/pdf") },
      { 200: "binary", failure: "json" },
    ],
    [{ 200: of(object, BYTES, "image/png") }, { 200: "json" }],
    [{ 200: of(object, BYTES, "text/plain") }, undefined],
    [
      { 200: of({ type: "object", properties: { value: { type: "string", format: "base64url" } } }, BYTES) },
      { 200: "binary" },
    ],
  ])("%j: %j", (responses, want) => {
    const { backend } = planOf({ responses }, {}, { schemas: { Text: { type: "string" } } });
    expect(backend.answers).toEqual(want);
  });
});

describe("a stream", () => {
  const response = (mediaType: string): JsonObject => ({ description: "", content: { [mediaType]: {} } });

  it.each<[responses: JsonObject, stream: string | undefined, kinds: string[]]>([
    [{ 200: response(EVENTS) }, "events", ["events"]],
    [{ 200: response(LINES) }, "lines", ["lines"]],
    ...LINE_TYPES.map((type): [JsonObject, string, string[]] => [{ 200: response(type) }, "lines", ["lines"]]),
    [{ "2XX": response(EVENTS) }, "events", ["events"]],
    [{ default: response(EVENTS) }, "events", ["events"]],
    [{ 200: response(JSON_TYPE), 206: response(EVENTS) }, "events", ["json", "events"]],
    [{ 200: { description: "", content: { [EVENTS]: {}, [JSON_TYPE]: {} } } }, undefined, ["json"]],
    [{ 200: { description: "", content: { [EVENTS]: {}, "audio/mpeg": {} } } }, undefined, ["binary"]],
    [{ 200: response(JSON_TYPE), 400: response(EVENTS) }, undefined, ["json", "text"]],
    [{ 200: response(JSON_TYPE), default: response(LINES) }, undefined, ["json", "text"]],
  ])("%j: %s", (responses, stream, kinds) => {
    const { operation, backend } = planOf({ responses });
    expect(backend.stream).toBe(stream);
    expect(operation.responses.flatMap(({ content }) => content.map(({ kind }) => kind))).toEqual(kinds);
  });
});

describe("a response that may be JSON, another complete body, or a stream is not a stream, and is reported", () => {
  const both = answers([EVENTS, "application/vnd.a+json"]);
  const content: JsonObject = { description: "", content: { [EVENTS]: {}, [JSON_TYPE]: {} } };
  const message =
    "Responses of post:/a, post:/b are read as JSON, but may also be text/event-stream: calls whose response is a stream of events fail (unexpected_stream).";

  it("once for all operations with it", () => {
    const plan = planned(
      apiOf({
        "/a": { post: both },
        "/b": { post: both },
        "/c": { post: answers([EVENTS]) },
        "/d": { post: { responses: { 200: { description: "" }, 400: content } } },
      }),
    );
    expect(
      plan.diagnostics.map(({ code, severity, message, location }) => [code, severity, message, location]),
    ).toEqual([["B44-326", "info", message, { file: "openapi.json", pointer: "/paths/~1a/post/responses/200" }]]);
  });

  it("also if the stream is one of lines", () => {
    const paths = {
      "/a": { post: answers([LINES, JSON_TYPE, "application/jsonl"]) },
      "/b": { post: answers([JSON_TYPE, "application/jsonl"]) },
      "/c": { post: answers([LINES]) },
    };
    expect(planned(apiOf(paths)).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "B44-326",
        `Responses of post:/a, post:/b are read as JSON, but may also be ${LINES} or application/jsonl: calls whose response is a stream return all of it as one string.`,
      ],
    ]);
  });

  it.each([
    ["audio/mpeg", "bytes"],
    ["audio/mpeg text/plain", "text"],
  ])("also where it is %s instead of JSON", (mediaTypes, as) => {
    const { diagnostics } = planned(apiOf({ "/a": { post: answers([EVENTS, ...mediaTypes.split(" ")]) } }));
    const said = `Responses of post:/a are read as ${as}, but may also be ${EVENTS}: calls whose response is a stream of events fail (unexpected_stream).`;
    expect(diagnostics.map(({ message }) => message)).toEqual([said]);
  });

  it("but not for a metered connector, which has no streams", () => {
    const plan = planned(apiOf({ "/a": { post: both } }), { connection: { kind: "metered", type: "acme" } });
    expect(plan.diagnostics.filter(({ code }) => code === "B44-326")).toEqual([]);
  });
});

describe("`streams` in the config", () => {
  it.each<[beside: string[], stream: string, accept: string]>([
    [[JSON_TYPE, EVENTS], "events", "text/event-stream, application/json;q=0.9, */*;q=0.5"],
    [["audio/mpeg", EVENTS], "events", "text/event-stream, application/json;q=0.9, */*;q=0.5"],
    [[JSON_TYPE, LINES], "lines", `${LINES}, application/json;q=0.9, */*;q=0.5`],
    [[EVENTS], "events", "text/event-stream, application/json;q=0.9, */*;q=0.5"],
    [[JSON_TYPE], "events", "text/event-stream, application/json;q=0.9, */*;q=0.5"],
  ])("takes the stream of an answer that may be %j", (mediaTypes, stream, accept) => {
    const { responses } = answers(mediaTypes);
    const failure: JsonObject = { description: "", content: { [JSON_TYPE]: {} } };
    const plan = planned(apiOf({ "/a": { post: { responses: { ...(responses as JsonObject), 400: failure } } } }), {
      streams: ["post:/a"],
    });
    expect(backendOperation(plan)).toMatchObject({ stream, accept });
    const kinds = plan.api.operations[0]?.responses.map(({ content }) => content.map(({ kind }) => kind));
    expect(kinds).toEqual([[stream], ["json"]]);
    expect(plan.diagnostics).toEqual([]);
  });

  it("does not change other operations", () => {
    const both = answers([JSON_TYPE, EVENTS]);
    const plan = planned(apiOf({ "/a": { post: both }, "/b": { post: both } }), { streams: ["post:/a"] });
    expect(backendOperation(plan, "post:/b").stream).toBeUndefined();
    expect(plan.diagnostics.map(({ code, message }) => [code, message.slice(0, 26)])).toEqual([
      ["B44-326", "Responses of post:/b are r"],
    ]);
  });

  const streaming = { "/a": { post: answers([JSON_TYPE, EVENTS]) }, "/c": { post: { responses: {} } } };

  it.each([
    ["post:/b", "which is not selected"],
    ["post:/c", "for which the spec declares no success response"],
  ])("is refused for %s, %s", (id, why) => {
    const found = thrownBy(() => planned(apiOf(streaming), { streams: ["post:/a", id] }));
    expect(found.map(({ code, message, setting }) => [code, message, setting])).toEqual([
      ["B44-366", `\`streams\` of my-api names ${id}, ${why}.`, ["streams", 1]],
    ]);
  });

  it("keeps a metered connector from carrying the operation", () => {
    const way: TestWay = { streams: ["post:/a"], connection: { kind: "metered", type: "acme" } };
    const { operations } = planned(apiOf(streaming), way);
    expect(operations.map(({ transport }) => transport)).toEqual([null, "connector"]);
  });
});

describe("headers of responses", () => {
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

  it.each<[method: string, wanted: string[]]>([
    ["get", ["content-length", "x-next"]],
    ["head", ["content-encoding", "content-length", "x-next"]],
  ])("but for those of a connection or session, and for %s", (method, wanted) => {
    const own = ["Set-Cookie", "Connection", "Keep-Alive", "Transfer-Encoding", "TE", "Trailer", "Upgrade"];
    const names = [...own, "Proxy-Authenticate", "Content-Encoding", "Content-Length", "X-Next"];
    const headers = Object.fromEntries(names.map((name): [string, Json] => [name, { schema: {} }]));
    const plan = planned(apiOf({ "/a": { [method]: { responses: { 200: { description: "", headers } } } } }));
    expect(backendOperation(plan).responseHeaders).toEqual(wanted);
    expect(plan.api.operations[0]?.responses[0]?.headers.map(({ name }) => name).sort()).toEqual(wanted);
  });
});

import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import type { Connection } from "../../src/runtime/functions/b44-definition.js";
import { answering } from "../support/pipeline.js";
import { apiOf, backendOf, planned, type TestWay } from "./support.js";

const string = { type: "string" };
const parameter = (place: string, name: string, rest: JsonObject = {}): JsonObject => {
  return { in: place, name, schema: string, ...rest };
};

/** The parameters that callers of the one operation give, in `place name` form, with `?` where they need not. */
function given(parameters: Json[], options: TestWay & { schemes?: JsonObject; security?: Json } = {}): string[] {
  const { schemes = {}, security, ...way } = options;
  const get = answering(true, { parameters, ...(security === undefined ? {} : { security }) });
  const plan = planned(apiOf({ "/a": { get } }, { securitySchemes: schemes }), way);
  return plan.api.operations[0]!.parameters.map((item) => `${item.in} ${item.name}${item.required ? "" : "?"}`);
}

describe("parameters that are credentials", () => {
  const schemes: JsonObject = {
    header: { type: "apiKey", in: "header", name: "X-Key" },
    query: { type: "apiKey", in: "query", name: "key" },
    cookie: { type: "apiKey", in: "cookie", name: "sid" },
  };
  const parameters = [
    parameter("header", "x-key"),
    parameter("query", "key", { required: true }),
    parameter("cookie", "sid"),
  ];
  const all = ["header x-key?", "query key", "cookie sid?"];

  it.each<[scheme: string, left: string]>([
    ["header", "header x-key?"],
    ["query", "query key"],
    ["cookie", "cookie sid?"],
  ])("are left out for the scheme %s", (name, left) => {
    const found = given(parameters, { schemes, security: [{ [name]: [] }], secrets: { [name]: "KEY" } });
    expect(found).toEqual(all.filter((item) => item !== left));
  });

  it.each<[what: string, parameters: Json[], wanted: string[]]>([
    ["stay in another place", [parameter("header", "key"), parameter("cookie", "key")], ["header key?", "cookie key?"]],
    ["stay with other capitals", [parameter("query", "Key")], ["query Key?"]],
  ])("%s", (_, list, wanted) => {
    expect(given(list, { schemes, security: [{ query: [] }], secrets: { query: "KEY" } })).toEqual(wanted);
  });

  it("are kept if the operation does not use the scheme", () => {
    expect(given(parameters, { schemes, security: [{}] })).toEqual(all);
  });

  it("are omitted if the connector's catalogue entry has them", () => {
    const connection: Connection = { kind: "shared", type: "slack" };
    const list = [parameter("query", "token", { required: true }), parameter("query", "channel")];
    const get = answering(true, { parameters: list });
    const api = apiOf({ "/a": { get } }, {}, { servers: [{ url: "https://slack.com/api" }] });
    expect(planned(api, { connection }).api.operations[0]?.parameters.map(({ name }) => name)).toEqual(["channel"]);
  });
});

describe("fields of a form that hold the connector's token", () => {
  const field = { type: "string" };
  const form = (properties: JsonObject, required: string[]): JsonObject => ({ type: "object", properties, required });
  const urlencoded = "application/x-www-form-urlencoded";

  it.each<[what: string, mediaType: string, schema: JsonObject, wanted: Json | undefined]>([
    [
      "are left out beside others",
      urlencoded,
      form({ token: field, minutes: field }, ["token", "minutes"]),
      form({ minutes: field }, ["minutes"]),
    ],
    [
      "are left out of multipart forms",
      "multipart/form-data",
      form({ token: field, a: field }, ["a"]),
      form({ a: field }, ["a"]),
    ],
    ["leave no body where it has no other", urlencoded, form({ token: field }, ["token"]), undefined],
    [
      "stay in JSON, which may mean another",
      "application/json",
      form({ token: field }, []),
      form({ token: field }, []),
    ],
  ])("%s", (_, mediaType, schema, wanted) => {
    const post = answering(true, { requestBody: { required: true, content: { [mediaType]: { schema } } } });
    const api = apiOf({ "/a": { post } }, {}, { servers: [{ url: "https://slack.com/api" }] });
    const plan = planned(api, { connection: { kind: "shared", type: "slack" } });
    expect(plan.api.operations[0]?.requestBody?.content[0]?.schema).toEqual(wanted);
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(["B44-314"]);
  });
});

describe("headers", () => {
  it("of the config replace parameters, in any case", () => {
    const list = [
      parameter("header", "X-Api-Version", { required: true }),
      parameter("header", "X-Other"),
      parameter("query", "x-api-version"),
    ];
    const headers = { "x-API-version": "2", "X-New": { secret: "NEW" } };
    expect(given(list, { headers })).toEqual(["header X-Other?", "query x-api-version?"]);
    const plan = planned(apiOf({ "/a": { get: answering(true) } }), { headers });
    expect(backendOf(plan).headers).toEqual({ "x-api-version": "2", "x-new": { secret: "NEW" } });
    expect(plan.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["B44-313", "my-api needs the secret NEW."],
    ]);
  });

  it("of the connector's API are sent with every request, unless the config overrides them", () => {
    const api = apiOf({ "/a": { get: answering(true) } }, {}, { servers: [] });
    const connection: Connection = { kind: "shared", type: "github" };
    const version = "x-github-api-version";
    expect(backendOf(planned(api, { connection })).headers).toHaveProperty(version);
    const { headers } = backendOf(planned(api, { connection, headers: { "X-GitHub-Api-Version": "2099-01-01" } }));
    expect(headers[version]).toBe("2099-01-01");
  });

  it.each<[what: string, schema: JsonObject, way: TestWay, wanted: Json[]]>([
    ["says nothing", string, {}, []],
    ["presets the same", { type: "string", default: "2025-09-03" }, {}, []],
    ["presets another value", { type: "string", default: "2026-03-11" }, {}, [["Notion-Version", false, "2026-03-11"]]],
    ["allows one other value", { const: "2022-06-28" }, {}, [["Notion-Version", false, "2022-06-28"]]],
    ["presets another value than the config", { default: "1" }, { headers: { "notion-version": "2" } }, []],
  ])("of the connector's API, where the spec %s", (_, schema, way, wanted) => {
    const parameters = [parameter("header", "Notion-Version", { schema })];
    const servers = [{ url: "https://api.notion.com" }];
    const api = apiOf({ "/a": { get: answering(true, { parameters }) } }, {}, { servers });
    const plan = planned(api, { ...way, connection: { kind: "shared", type: "notion" } });
    const given = plan.api.operations[0]?.parameters;
    expect(given?.map(({ name, required, fixedValue }) => [name, required, fixedValue])).toEqual(wanted);
  });

  it.each<[schema: JsonObject, required: boolean, wanted: string]>([
    [string, true, "header X-A"],
    [{ const: "2" }, true, "header X-A?"],
    [{ enum: [2] }, true, "header X-A?"],
    [{ const: null }, true, "header X-A"],
    [{ enum: ["1", "2"] }, true, "header X-A"],
    [{ enum: ["1", "2"] }, false, "header X-A?"],
  ])("with the schema %j, required: %s", (schema, required, wanted) => {
    expect(given([parameter("header", "X-A", { schema, required })])).toEqual([wanted]);
  });

  it("are sent automatically if they are required and have only one value, unlike other parameters", () => {
    const schema = { const: "2" };
    const parameters = [
      parameter("header", "X-A", { schema, required: true }),
      parameter("header", "X-B", { schema }),
      parameter("query", "q", { schema, required: true }),
    ];
    const [operation] = planned(apiOf({ "/a": { get: answering(true, { parameters }) } })).api.operations;
    expect(operation?.parameters.map(({ name, required, fixedValue }) => [name, required, fixedValue])).toEqual([
      ["X-A", false, "2"],
      ["X-B", false, undefined],
      ["q", true, undefined],
    ]);
  });

  it("that only HTTP itself sets are not parameters", () => {
    expect(given(["Accept", "content-type", "AUTHORIZATION"].map((name) => parameter("header", name)))).toEqual([]);
  });
});

describe("headers that the config lets callers pass", () => {
  const key = { type: "apiKey", in: "header", name: "X-Key" };
  it.each<[names: string[], parameters: Json[], way: TestWay, wanted: string[]]>([
    [["Idempotency-Key"], [parameter("query", "a")], {}, ["query a?", "header Idempotency-Key?"]],
    [["If-Match", "if-match"], [], {}, ["header if-match?"]],
    [["x-a"], [parameter("header", "X-A", { required: true })], {}, ["header X-A"]],
    [["X-Version", "X-A"], [], { headers: { "x-version": "2" } }, ["header X-A?"]],
    [["X-Key"], [], { secrets: { key: "KEY" } }, []],
  ])("%j beside %j", (requestHeaders, parameters, way, wanted) => {
    const found = given(parameters, { ...way, requestHeaders, schemes: { key }, security: [{ key: [] }, {}] });
    expect(found).toEqual(wanted);
  });
});

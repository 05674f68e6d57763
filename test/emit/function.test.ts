import { describe, expect, it } from "vitest";
import { apiDefinition } from "../../src/emit/function/definition.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import type { ApiDefinition, OperationDefinition } from "../../src/runtime/functions/b44-definition.js";
import { apiOf, backendOf, planned, type TestWay } from "../plan/support.js";
import { answering } from "../support/pipeline.js";

/** What a function knows of the API whose one operation is `post:/a`. */
function definitionOf(operation: JsonObject, way: TestWay = {}, components: JsonObject = {}): ApiDefinition {
  const plan = planned(apiOf({ "/a": { post: { ...answering(true), ...operation } } }, components), way);
  return apiDefinition(plan.api, backendOf(plan));
}

function onlyOperation({ operations }: ApiDefinition): OperationDefinition {
  return operations["post:/a"]!;
}

describe("the method that a function sends", () => {
  it("is as written for an additional operation, and in upper case if path items have a field for it", () => {
    const all = { Copy: {}, copy: {}, "M-Search": {}, PATCH: {} };
    const plan = planned(apiOf({ "/a": { get: {}, query: {}, additionalOperations: all } }));
    const { operations } = apiDefinition(plan.api, backendOf(plan));
    expect(Object.entries(operations).map(([id, { method }]) => [id, method])).toEqual([
      ["get:/a", "GET"],
      ["query:/a", "QUERY"],
      ["Copy:/a", "Copy"],
      ["copy:/a", "copy"],
      ["M-Search:/a", "M-Search"],
      ["patch:/a", "PATCH"],
    ]);
    expect(new Set(plan.api.operations.map(({ name }) => name)).size).toBe(6);
  });
});

it("contains the check of a large schema once, however many operations share it", () => {
  const ofSize = (size: number) => {
    const schema = { type: "string", enum: Array.from({ length: size }, (_, index) => `value${index}`) };
    const parameters = [{ $ref: "#/components/parameters/P" }];
    const paths = { "/a": { get: { parameters }, put: { parameters }, post: {} } };
    const plan = planned(apiOf(paths, { parameters: { P: { name: "p", in: "query", schema } } }));
    const { operations, checks } = apiDefinition(plan.api, backendOf(plan));
    const checkOf = (id: string) => operations[id]?.parameters?.[0]?.check;
    return { given: [checkOf("get:/a"), checkOf("put:/a")], checks, check: { type: ["string"], values: schema.enum } };
  };
  const small = ofSize(100);
  expect([small.given, small.checks]).toEqual([[small.check, small.check], {}]);
  const large = ofSize(1000);
  const ref = { ref: "part 1" };
  expect([large.given, large.checks]).toEqual([[ref, ref], { "part 1": large.check }]);
});

describe("the definition of a parameter", () => {
  const string = { type: "string" };

  it.each<[parameter: JsonObject, wanted: JsonObject]>([
    [{ in: "query", schema: {} }, {}],
    [
      { in: "query", required: true, schema: string },
      { required: true, check: { type: ["string"] } },
    ],
    [{ in: "query", explode: false, schema: {} }, { explode: false }],
    [{ in: "query", style: "pipeDelimited", schema: {} }, { style: "pipeDelimited" }],
    [
      { in: "query", style: "spaceDelimited", explode: true, schema: {} },
      { style: "spaceDelimited", explode: true },
    ],
    [
      { in: "query", style: "deepObject", explode: true, schema: {} },
      { style: "deepObject", explode: true },
    ],
    [{ in: "query", allowReserved: true, schema: {} }, { allowReserved: true }],
    [
      { in: "query", content: { "application/json": { schema: { type: "object" } } } },
      { json: true, check: { type: ["object"] } },
    ],
    [{ in: "query", content: { "text/plain": { schema: string } } }, { check: { type: ["string"] } }],
    [
      {
        in: "querystring",
        content: { "application/x-www-form-urlencoded": { encoding: { a: { explode: false }, b: {} } } },
      },
      { encoding: { a: { explode: false } } },
    ],
    [{ in: "querystring", content: { "text/plain": {} } }, {}],
    [{ in: "querystring", content: { "application/jsonpath": {} } }, { text: true }],
    [{ in: "header", schema: {} }, {}],
    [{ in: "header", explode: true, schema: {} }, { explode: true }],
    [
      { in: "header", required: true, schema: { const: "2" } },
      { fixed: "2", check: { values: ["2"] } },
    ],
    [{ in: "header", schema: { const: "2" } }, { check: { values: ["2"] } }],
    [
      { in: "query", required: true, schema: { const: "2" } },
      { required: true, check: { values: ["2"] } },
    ],
    [{ in: "cookie", schema: {} }, {}],
    [{ in: "cookie", explode: false, schema: {} }, { explode: false }],
    [{ in: "cookie", style: "cookie", schema: {} }, { style: "cookie" }],
  ])("%j", (parameter, wanted) => {
    const { parameters } = onlyOperation(definitionOf({ parameters: [{ name: "p", ...parameter }] }));
    expect(parameters).toEqual([{ name: "p", in: parameter.in, ...wanted }]);
  });
});

describe("the definition of a body", () => {
  const object = { type: "object", properties: { a: { type: "string" } } };
  const bytes = { type: "string", format: "binary" };
  const check = { type: ["object"], properties: { a: { type: ["string"] } } };

  it.each<[mediaType: string, schema: Json, wanted: JsonObject]>([
    ["application/json", object, { kind: "json", type: "application/json", check }],
    ["application/json", true, { kind: "json", type: "application/json" }],
    [
      "application/json",
      { type: "array", items: { type: "string" }, enum: ["a"] },
      {
        kind: "json",
        type: "application/json",
        check: { type: ["array"], items: { type: ["string"], values: ["a"] } },
      },
    ],
    [
      "application/json",
      { type: "null", allOf: [object] },
      { kind: "json", type: "application/json", check: { any: [check, { type: ["null"] }] } },
    ],
    [
      "application/json",
      { description: "d", oneOf: [{ allOf: [object] }] },
      { kind: "json", type: "application/json", check },
    ],
    [
      "application/json",
      { required: ["b"], allOf: [object] },
      { kind: "json", type: "application/json", check: { required: ["b"], all: [check] } },
    ],
    [
      "application/vnd.a+json; charset=utf-8",
      object,
      { kind: "json", type: "application/vnd.a+json; charset=utf-8", check },
    ],
    ["text/csv; charset=latin1; header=absent", object, { kind: "text", type: "text/csv; header=absent" }],
    ["multipart/form-data; boundary=a", object, { kind: "multipart", type: "multipart/form-data", check }],
    ["*/*", object, { kind: "json", type: "application/json", check }],
    ["*/*", bytes, { kind: "binary", type: "*/*" }],
    ["image/*", bytes, { kind: "binary", type: "*/*" }],
    ["image/png", bytes, { kind: "binary", type: "image/png" }],
    ["text/*", { type: "string" }, { kind: "text", type: "text/plain" }],
    ["text/csv", { type: "string" }, { kind: "text", type: "text/csv" }],
    ["application/x-ndjson", object, { kind: "text", type: "application/x-ndjson" }],
    ["application/x-www-form-urlencoded", object, { kind: "form", type: "application/x-www-form-urlencoded", check }],
    ["multipart/form-data", object, { kind: "multipart", type: "multipart/form-data", check }],
  ])("%s with %j", (mediaType, schema, wanted) => {
    const requestBody = { required: true, content: { [mediaType]: { schema } } };
    expect(onlyOperation(definitionOf({ requestBody })).body).toEqual({ required: true, ...wanted });
  });

  it("has all media types of a file", () => {
    const content = { "image/png; a=b": {}, "Audio/X": {}, "image/*": { schema: bytes } };
    const { body } = onlyOperation(definitionOf({ requestBody: { content } }));
    expect(body).toEqual({
      kind: "binary",
      type: "image/png; a=b",
      types: ["image/png; a=b", "Audio/X", "image/*"],
    });
  });

  it("with several JSON media types has the one that is sent", () => {
    const content = {
      "application/json": { schema: { type: "string" } },
      "application/a+json": { schema: { type: "null" } },
    };
    const { body } = onlyOperation(definitionOf({ requestBody: { content } }));
    expect(body).toEqual({ kind: "json", type: "application/json", check: { type: ["string"] } });
  });

  it("has the encodings that have an effect", () => {
    const encoding = {
      a: { contentType: "text/csv" },
      b: { style: "deepObject", explode: true },
      c: {},
      d: { allowReserved: true },
    };
    const requestBody = { content: { "multipart/form-data": { schema: true, encoding } } };
    expect(onlyOperation(definitionOf({ requestBody })).body?.encoding).toEqual({
      a: { contentType: "text/csv" },
      b: { style: "deepObject", explode: true },
      d: { allowReserved: true },
    });
  });
});

describe("the definition of an API", () => {
  const schemas = {
    A: { type: "object", properties: { next: { $ref: "#/components/schemas/A" } } },
    Unused: { type: "string" },
  };
  const requestBody = { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } };

  it("has the checks that its operations need", () => {
    const { checks, ...rest } = definitionOf({ requestBody }, {}, { schemas });
    expect(checks).toEqual({ A: { type: ["object"], properties: { next: { ref: "A" } } } });
    expect(onlyOperation({ checks, ...rest }).body?.check).toEqual({ ref: "A" });
  });

  it("has no checks if the config disables them", () => {
    const { checks, validate, ...rest } = definitionOf({ requestBody }, { validate: false }, { schemas });
    expect([checks, validate]).toEqual([{}, false]);
    expect(onlyOperation({ checks, validate, ...rest }).body).toEqual({ kind: "json", type: "application/json" });
  });

  it("has only names of secrets, and the settings of the config", () => {
    const securitySchemes = { key: { type: "apiKey", in: "header", name: "X-Key" } };
    const way: TestWay = { secrets: { key: "KEY" }, access: "admin", timeout: 5, headers: { "X-A": { secret: "A" } } };
    expect(definitionOf({ security: [{ key: [] }] }, way, { securitySchemes })).toEqual({
      name: "my-api",
      baseUrl: "https://api.acme.com/v1",
      headers: { "x-a": { secret: "A" } },
      credentials: { key: { in: "header", name: "x-key", secret: "KEY" } },
      timeout: 5,
      validate: true,
      operations: {
        "post:/a": {
          method: "POST",
          path: "/a",
          access: "admin",
          accept: "application/json",
          answers: { "200": "json" },
          credentials: ["key"],
        },
      },
      checks: {},
    });
  });
});

describe("the definition of a path", () => {
  it.each<[path: string, template: string | undefined]>([
    ["/a/{x}", undefined],
    ["/a/{+x}/b{?y}", "/a/{x}/b"],
    ["/a/{x=b/*}:go", "/a/{x}:go"],
    ["/a/{{x}}", "/a/{x}"],
  ])("%s", (path, template) => {
    const parameters = [{ name: "x", in: "path", required: true }];
    const plan = planned(apiOf({ [path]: { get: { ...answering(true), parameters } } }));
    const { operations } = apiDefinition(plan.api, backendOf(plan));
    expect(operations[`get:${path}`]).toMatchObject({
      path,
      parameters: expect.arrayContaining([expect.objectContaining({ name: "x", in: "path" })]),
    });
    expect(operations[`get:${path}`]?.template).toBe(template);
  });
});

import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { built, bundled, openapi, specOf } from "../support/pipeline.js";

const AT = "/paths/~1a/post";
const OK = { 200: { description: "OK" } };

/** What is said of the parts of an operation: code, pointer from it, and the help where it is a suggestion. */
const said = (operation: JsonObject, components: JsonObject = {}) =>
  bundled(specOf(openapi({ "/a": { post: { responses: OK, ...operation } } }, components))).notUnderstood.map(
    ({ code, location, help }) =>
      [code, location?.pointer?.replace(AT, ""), ...(help.startsWith("Did you") ? [help] : [])].join(" "),
  );

const content = { "application/json": { schema: { type: "string" } } };
const meant = (field: string) => `Did you mean \`${field}\`?`;

describe("unknown parts of an operation", () => {
  it.each<[what: string, operation: JsonObject, wanted: string[]]>([
    ["a field in other case", { requestbody: { content } }, [`B44-113 /requestbody ${meant("requestBody")}`]],
    ["a field's wrong name", { body: { content } }, [`B44-113 /body ${meant("requestBody")}`]],
    ["a field misspelt", { parameter: [{}] }, [`B44-113 /parameter ${meant("parameters")}`]],
    ["responses misspelt", { responses: null, response: OK }, [`B44-113 /response ${meant("responses")}`]],
    ["an operationId in other case", { operationid: "a" }, [`B44-113 /operationid ${meant("operationId")}`]],
    ["an operationId that is not a string", { operationId: 7 }, ["B44-113 /operationId"]],
    ["a request body that is a string", { requestBody: "todo" }, ["B44-113 /requestBody"]],
    ["a request body that is an array", { requestBody: [] }, ["B44-113 /requestBody"]],
    ["a request body that is null", { requestBody: null }, ["B44-113 /requestBody"]],
    ["a request body that is empty", { requestBody: {} }, ["B44-113 /requestBody"]],
    ["a request body without content", { requestBody: { required: true } }, ["B44-113 /requestBody"]],
    ["content that is null", { requestBody: { content: null } }, ["B44-113 /requestBody/content"]],
    ["content that is an array", { requestBody: { content: [] } }, ["B44-113 /requestBody/content"]],
    [
      "content in other case",
      { requestBody: { Content: content } },
      [`B44-113 /requestBody/Content ${meant("content")}`],
    ],
    ["parameters that are not an array", { parameters: { name: "p" } }, ["B44-113 /parameters"]],
    ["one parameter without an array", { parameters: { name: "p", in: "query" } }, ["B44-113 /parameters"]],
    [
      "the place of a parameter in other words",
      { parameters: ["Query", "headers", "Cookies"].map((place) => ({ name: "p", in: place })) },
      [0, 1, 2].map((index) => `B44-113 /parameters/${index}/in`),
    ],
    ["a parameter that is null", { parameters: [null] }, ["B44-113 /parameters/0"]],
    ["a parameter that is a string", { parameters: [{ name: "p", in: "query" }, "p"] }, ["B44-113 /parameters/1"]],
    [
      "the same parameter twice",
      {
        parameters: [
          { name: "P", in: "header" },
          { name: "p", in: "header", required: true },
        ],
      },
      ["B44-113 /parameters/1"],
    ],
    [
      "the same parameter twice, once by reference",
      { parameters: [{ name: "p", in: "query", required: true }, { $ref: "#/components/parameters/p" }] },
      ["B44-113 /parameters/1"],
    ],
    [
      "required that is a string or a number",
      {
        parameters: [{ name: "p", in: "query", required: 1 }],
        requestBody: { content, required: "true" },
      },
      ["B44-113 /parameters/0/required", "B44-113 /requestBody/required"],
    ],
    [
      "explode and allowReserved that are strings",
      {
        parameters: [
          { name: "p", in: "query", explode: "false", allowReserved: "false" },
          { name: "q", in: "query", explode: null, allowReserved: "yes" },
        ],
      },
      ["B44-113 /parameters/0/explode", "B44-113 /parameters/1/allowReserved"],
    ],
    [
      "keywords beside the schema that says nothing of them",
      { parameters: [{ name: "p", in: "query", enum: ["x"], type: "string", schema: { type: "string" } }] },
      ["B44-113 /parameters/0/enum"],
    ],
    [
      "a parameter with content of several media types",
      {
        parameters: [
          { name: "p", in: "query", content: { ...content, "x-note": {}, "text/plain": {} } },
          { name: "q", in: "query", content: { ...content, "x-note": {} } },
        ],
      },
      ["B44-113 /parameters/0/content/text~1plain"],
    ],
    [
      "a parameter with both schema and content",
      {
        parameters: [
          { name: "p", in: "query", schema: {}, content },
          { name: "q", in: "querystring", schema: true, content },
          { name: "r", in: "query", schema: {}, content: {} },
          { name: "s", in: "query", schema: null, content },
        ],
      },
      ["B44-113 /parameters/0/content", "B44-113 /parameters/1/schema"],
    ],
    ["a server that is a string", { servers: ["https://x.y", { url: "/" }] }, ["B44-113 /servers/0"]],
    ["servers that are not an array", { servers: { url: "https://x.y" } }, ["B44-113 /servers"]],
    ["servers without a URL", { servers: [{}, { url: 1 }] }, ["B44-113 /servers/0", "B44-113 /servers/1"]],
    ["no responses, which OpenAPI 3.1 allows", { responses: null }, []],
    ["responses that are an array", { responses: [] }, ["B44-113 /responses"]],
    ["responses that are a string", { responses: "todo" }, ["B44-113 /responses"]],
    [
      "responses that are strings and lists",
      { responses: { 200: "OK", 201: [] } },
      ["B44-113 /responses/200", "B44-113 /responses/201"],
    ],
    [
      "a value that is not a media type",
      { requestBody: { content: { json: {}, gzip: { schema: {} }, size: {} } } },
      ["json", "gzip", "size"].map((key) => `B44-113 /requestBody/content/${key}`),
    ],
    [
      "an array of media types",
      { requestBody: { content: { "application/json, text/xml": {}, 'text/csv; a="b,c/d"': {} } } },
      ["B44-113 /requestBody/content/application~1json, text~1xml"],
    ],
    [
      "a media type that is a string",
      { requestBody: { content: { "text/plain": "a" } } },
      ["B44-401 /requestBody/content/text~1plain"],
    ],
    [
      "a schema by another name",
      { requestBody: { content: { "text/plain": { schemas: { type: "string" } } } } },
      [`B44-113 /requestBody/content/text~1plain/schemas ${meant("schema")}`],
    ],
    [
      "a schema that is a string",
      { requestBody: { content: { "text/plain": { schema: "string" } } } },
      ["B44-401 /requestBody/content/text~1plain/schema"],
    ],
  ])("%s", (_, operation, wanted) => {
    expect(said(operation, { parameters: { p: { name: "p", in: "query" } } })).toEqual(wanted);
  });

  it("does not report unknown names, extensions, and harmless parts", () => {
    const operation: JsonObject = {
      "x-requestBody": {},
      comment: { content },
      Responses: {},
      body: "text",
      parameters: [
        { name: "p", in: "query", required: null, kind: { a: 1 } },
        { $ref: "#/components/parameters/p" },
        { $ref: "#/components/parameters/p" },
        { name: "id", in: "path", required: "yes" },
        { name: "q", in: "query", enum: ["x"], default: null, schema: { $ref: "#/components/schemas/q" } },
        { name: "r", in: "query", enum: ["x"], type: "string" },
      ],
      servers: null,
      responses: { 200: null, "x-more": "text", 201: { description: "a", content: { "*/*": null } } },
    };
    const p = { name: "p", in: "query", required: null, kind: { a: 1 } };
    expect(said(operation, { parameters: { p }, schemas: { q: { type: "string" } } })).toEqual([]);
  });

  it('reads "true" as true', () => {
    const spec = specOf(
      openapi({
        "/a": {
          post: {
            parameters: [{ name: "p", in: "query", required: "true" }],
            requestBody: { content, required: "True" },
          },
        },
      }),
    );
    const [operation] = built(spec).api.operations;
    expect([operation?.parameters[0]?.required, operation?.requestBody?.required]).toEqual([true, true]);
  });

  it("reports operations without responses, and only parts that selected operations reach", () => {
    const paths = { "/a": { get: {}, put: { responses: null }, post: { requestBody: [] } } };
    const pointers = (rest: JsonObject) =>
      bundled(specOf({ ...openapi(paths), ...rest }), new Set(["get:/a", "put:/a"])).notUnderstood.map(
        ({ location }) => location?.pointer,
      );
    expect(pointers({ openapi: "3.0.3" })).toEqual(["/paths/~1a/get", "/paths/~1a/put/responses"]);
    expect(pointers({ openapi: undefined as unknown as Json, swagger: "2.0" })).toHaveLength(2);
    expect(pointers({ openapi: "3.2.0" })).toEqual([]);
  });
});

describe("servers of a document", () => {
  it.each<[what: string, servers: Json, wanted: string[]]>([
    ["an array of objects", [{ url: "https://x.y" }], []],
    ["nothing", null, []],
    ["an array of strings", ["https://x.y"], ["B44-113 /servers/0"]],
    ["an object", { url: "https://x.y" }, ["B44-113 /servers"]],
    ["a string", "https://x.y", ["B44-113 /servers"]],
  ])("%s", (_, servers, wanted) => {
    const root = openapi({ "/a": { get: { responses: OK }, post: { responses: OK } } }, {}, { servers });
    expect(bundled(specOf(root)).notUnderstood.map(({ code, location }) => `${code} ${location?.pointer}`)).toEqual(
      wanted,
    );
  });
});

describe("security that is not an array of requirements", () => {
  const components = { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } };
  it.each<[what: string, security: Json, wanted: string[]]>([
    ["an array of requirements", [{ key: [] }, {}], []],
    ["nothing", null, []],
    ["an empty array", [], []],
    ["a string", "key", ["/security"]],
    ["an object", { key: [] }, ["/security"]],
    ["an array of strings", ["key"], ["/security/0"]],
    ["an empty array in place of an object", [[]], ["/security/0"]],
    ["a scheme that is not declared", [{ key: [] }, { other: [] }], ["/security/1/other"]],
    ["the text of one", "other", ["/security", "/security"]],
  ])("%s", (_, security, wanted) => {
    const places = (root: JsonObject) =>
      bundled(specOf(root)).notUnderstood.map(({ code, location }) => `${code} ${location?.pointer}`);
    const own = openapi({ "/a": { post: { responses: OK, security } } }, components);
    expect(places(own)).toEqual(wanted.map((pointer) => `B44-113 ${AT}${pointer}`));
    const ofDocument = openapi({ "/a": { post: { responses: OK } } }, components, { security });
    expect(places(ofDocument)).toEqual(wanted.map((pointer) => `B44-113 ${pointer}`));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../../src/diagnostics/index.js";
import type { Operation, Parameter, Response, Schema } from "../../src/ir/index.js";
import { isObject, type Json, type JsonObject, setMember } from "../../src/json/index.js";
import { answering, built, bundled, openapi, parsed, specOf } from "../support/pipeline.js";

/** The one operation of a document with this path item, and what was said of it. */
function operationOf(pathItem: JsonObject, components: JsonObject = {}, rest: JsonObject = {}, path = "/a") {
  const { api, diagnostics } = built(specOf(openapi({ [path]: pathItem }, components, rest)));
  return { operation: api.operations[0] as Operation, codes: diagnostics.map(({ code }) => code), diagnostics };
}

describe("an operation", () => {
  it("has exactly what the spec declares", () => {
    const get = {
      operationId: "get a",
      summary: "s",
      description: "d",
      deprecated: true,
      tags: ["T", 1, null],
      externalDocs: {},
      "x-a": 1,
      responses: {},
    };
    expect(operationOf({ get }).operation).toEqual({
      id: "get:/a",
      method: "get",
      path: "/a",
      operationId: "get a",
      name: "getA",
      argumentsTypeName: "GetAArgs",
      resultTypeName: "GetAResult",
      summary: "s",
      description: "d",
      deprecated: true,
      tags: ["T", "1"],
      parameters: [],
      requestBody: undefined,
      responses: [],
      security: [],
      mediaTypeParameters: [],
      servers: [],
      portable: true,
      named: false,
      source: { file: "openapi.json", pointer: "/paths/~1a/get" },
    });
  });

  it.each<[member: string, value: Json]>([
    ["summary", 1],
    ["description", ["d"]],
    ["deprecated", "yes"],
    ["tags", "T"],
    ["parameters", { a: 1 }],
    ["parameters", "p"],
    ["requestBody", "b"],
    ["requestBody", []],
    ["responses", null],
    ["responses", [{ description: "" }]],
    ["security", null],
    ["servers", {}],
    ["servers", [null, "x", { url: 1 }]],
    ["operationId", {}],
  ])("does without a %s that is %j", (member, value) => {
    const { operation } = operationOf({ get: { [member]: value } });
    expect({ ...operation, name: "" }).toEqual({ ...operationOf({ get: {} }).operation, name: "" });
  });

  it("has a server with numeric defaults of variables, or else their first values", () => {
    const variables = { port: { default: 8443 }, region: { enum: ["eu", "us"] }, other: {} };
    const servers = [{ url: " https://{region}.acme.com:{port}/{other} ", variables }];
    const [server] = operationOf({ get: { servers } }).operation.servers;
    expect(server?.url).toBe("https://eu.acme.com:8443/{other}");
  });

  it("has a server without a scheme as https, and it is reported", () => {
    const { operation, codes } = operationOf({ get: { servers: [{ url: "api.acme.com/{v}" }] } });
    expect(operation.servers).toMatchObject([
      { url: "https://api.acme.com/{v}", template: "https://api.acme.com/{v}" },
    ]);
    expect(codes).toEqual(["B44-113"]);
  });

  it("has the servers of its own, else the path item's, with variables at their defaults", () => {
    const servers = (url: string, variables?: Json) => [{ url, description: "d", ...(variables ? { variables } : {}) }];
    const place = (pointer: string) => ({ file: "openapi.json", pointer });
    const urls = (pathItem: JsonObject) => operationOf(pathItem).operation.servers;
    expect(urls({ servers: servers("/path"), get: { servers: servers("/own") } })).toEqual([
      { url: "/own", template: "/own", description: "d", source: place("/paths/~1a/get/servers/0") },
    ]);
    expect(urls({ servers: servers("/path"), get: {} })).toEqual([
      { url: "/path", template: "/path", description: "d", source: place("/paths/~1a/servers/0") },
    ]);
    const variables = { a: { default: "x" }, b: { default: 1 }, c: null, constructor: {} };
    expect(urls({ get: { servers: servers("/{a}/{b}/{c}/{constructor}/{toString}", variables) } })[0]?.url).toBe(
      "/x/1/{c}/{constructor}/{toString}",
    );
    const long = { v: { default: "x".repeat(100) } };
    expect(urls({ get: { servers: servers("/{v}".repeat(19), long) } })).toHaveLength(1);
    expect(urls({ get: { servers: servers("/{v}".repeat(20), long) } })).toEqual([]);
  });

  it("is found among additional operations", () => {
    const { operation } = operationOf({ additionalOperations: { "M-Search": { summary: "s" } } });
    expect(operation).toMatchObject({ id: "M-Search:/a", method: "M-Search", name: "mSearchA", summary: "s" });
  });

  it("is found among additional operations under the name of another field", () => {
    const { operation } = operationOf({ summary: "of all", parameters: [], additionalOperations: { parameters: {} } });
    expect(operation).toMatchObject({ id: "parameters:/a", method: "parameters" });
  });

  it("has its own security, else the document's", () => {
    const schemes = { securitySchemes: { a: { type: "http", scheme: "Basic" }, b: { type: "mutualTLS" } } };
    const security = (get: JsonObject) => operationOf({ get }, schemes, { security: [{ a: [] }] }).operation.security;
    expect(security({})).toEqual([{ a: [] }]);
    expect(security({ security: [] })).toEqual([{}]);
    expect(security({ security: [[]] })).toEqual([{}]);
    expect(security({ security: [{ "#/components/securitySchemes/b": ["x"] }] })).toEqual([{ b: ["x"] }]);
    expect(security({ security: [{ b: ["x", 1], a: "y" }, {}] })).toEqual([{ b: ["x"], a: [] }, {}]);
  });

  it.each<[security: Json, wanted: string[]]>([
    ["a", ["a"]],
    [
      ["a", "b"],
      ["a", "b"],
    ],
    [{ a: [], b: [] }, ["a b"]],
    [{ 1: { a: [] }, 2: { b: [] } }, ["a", "b"]],
    [{}, ["an object"]],
    [false, ["false"]],
    [[null], ["null"]],
    ["__proto__", ["__proto__"]],
  ])("is never without security where that is %j", (security, wanted) => {
    const { operation } = operationOf({ get: { security } });
    expect(operation.security.map((item) => Object.keys(item).join(" "))).toEqual(wanted);
    const ofDocument = operationOf({ get: {} }, {}, { security });
    expect(ofDocument.operation.security).toEqual(operation.security);
  });
});

describe("parameters", () => {
  const defaults = {
    required: false,
    deprecated: false,
    description: undefined,
    allowReserved: false,
    contentType: undefined,
    isJson: false,
    schema: true,
  };
  const inQuery = { ...defaults, in: "query", style: "form", explode: true } as const;
  const source = (pointer: string) => ({ file: "openapi.json", pointer });

  it("have the defaults of their location", () => {
    const places = [["path", "query", "header", "cookie"], ["querystring"]];
    const found = places.flatMap((some) => {
      const parameters = some.map((place) => ({ name: "p", in: place }));
      const path = some.includes("path") ? "/a/{p}" : "/a";
      return operationOf({ get: { parameters } }, {}, {}, path).operation.parameters;
    });
    expect(found.map(({ in: place, required, style, explode }) => [place, required, style, explode])).toEqual([
      ["path", true, "simple", false],
      ["query", false, "form", true],
      ["header", false, "simple", false],
      ["cookie", false, "form", true],
      ["querystring", false, "form", true],
    ]);
  });

  it.each<[given: [name: string, place: string][], want: string[], said: string[]]>([
    [
      [
        ["a", "query"],
        ["a", "querystring"],
      ],
      ["a query"],
      ["/paths/~1a/get/parameters/1"],
    ],
    [
      [
        ["a", "querystring"],
        ["b", "querystring"],
      ],
      ["a querystring"],
      ["/paths/~1a/get/parameters/1"],
    ],
    [[["a", "querystring"]], ["a querystring"], []],
  ])("%j have one query string", (given, want, said) => {
    const parameters = given.map(([name, place]) => ({ name, in: place }));
    const { operation, diagnostics } = operationOf({ get: { parameters } }, {}, {}, "/a");
    expect(operation.parameters.map(({ name, in: place }) => `${name} ${place}`)).toEqual(want);
    expect(diagnostics.map(({ location }) => (location as { pointer?: string } | undefined)?.pointer)).toEqual(said);
  });

  it.each<[given: JsonObject, want: Partial<Parameter>]>([
    [
      { required: true, deprecated: true, allowReserved: true, description: "d" },
      { required: true, deprecated: true, allowReserved: true, description: "d" },
    ],
    [{ required: "maybe", deprecated: 1, allowReserved: {}, description: null }, {}],
    [{ style: "deepObject" }, { style: "deepObject", explode: false }],
    [
      { style: "deepObject", explode: true },
      { style: "deepObject", explode: true },
    ],
    [
      { style: "pipeDelimited", explode: "no" },
      { style: "pipeDelimited", explode: false },
    ],
    [{ style: "toString" }, {}],
    [{ explode: false }, { explode: false }],
    [{ schema: { type: "string" } }, { schema: { type: "string" } }],
    [{ schema: false }, { schema: false }],
    [{ schema: "string" }, {}],
    [{ example: null }, { example: null }],
    [{ example: 1, examples: { a: { value: 2 } } }, { example: 1 }],
    [{ examples: { a: null, b: { summary: "s" }, c: { value: [1] }, d: { value: 2 } } }, { example: [1] }],
    [{ examples: { a: { dataValue: 1, serializedValue: "1" } } }, { example: 1 }],
    [
      { content: { "application/json": { schema: { type: "object" } } } },
      { contentType: "application/json", isJson: true, schema: { type: "object" } },
    ],
    [
      { content: { "*/*": { schema: { type: "string" } } } },
      { contentType: "*/*", isJson: false, schema: { type: "string" } },
    ],
    [
      { content: { "application/json": { schema: { type: "string" } } } },
      { contentType: "application/json", isJson: false, schema: { type: "string" } },
    ],
    [
      { content: { "application/json": { schema: { title: "t", oneOf: [{ allOf: [{ type: "string" }] }] } } } },
      {
        contentType: "application/json",
        isJson: false,
        schema: { title: "t", oneOf: [{ allOf: [{ type: "string" }] }] },
      },
    ],
    [
      { in: "querystring", content: { "application/json": { schema: { type: "string" } } } },
      { in: "querystring", contentType: "application/json", isJson: true, schema: { type: "string" } },
    ],
    [
      { content: { "*/*": { schema: { type: "object" } } } },
      { contentType: "*/*", isJson: true, schema: { type: "object" } },
    ],
    [{ content: { "text/x": null } }, { contentType: "text/x" }],
    [
      { content: { "text/x": { schema: { type: "integer" } } } },
      { contentType: "text/x", schema: { type: "integer" } },
    ],
    [
      { content: { "application/xml": { schema: { properties: { a: {} } } } } },
      { contentType: "application/xml", schema: { type: "string" } },
    ],
    [
      { content: { "application/xml": { schema: { oneOf: [{ type: "string" }, { type: ["array", "null"] }] } } } },
      { contentType: "application/xml", schema: { type: "string" } },
    ],
    [
      { in: "querystring", content: { "application/x-www-form-urlencoded": { schema: { type: "object" } } } },
      { in: "querystring", contentType: "application/x-www-form-urlencoded", schema: { type: "object" }, encoding: {} },
    ],
    [
      {
        in: "querystring",
        content: {
          "Application/x-www-form-urlencoded; charset=utf-8": {
            schema: { properties: { a: { type: "array" }, b: { type: "object" } } },
            encoding: { a: { explode: false }, b: { contentType: "application/xml" } },
          },
        },
      },
      {
        in: "querystring",
        contentType: "Application/x-www-form-urlencoded; charset=utf-8",
        schema: { properties: { a: { type: "array" }, b: { type: "string" } } },
        encoding: {
          a: { contentType: undefined, style: undefined, explode: false, allowReserved: false },
          b: { contentType: "application/xml", style: undefined, explode: undefined, allowReserved: false },
        },
      },
    ],
    [
      { in: "querystring", content: { "application/x-www-form-urlencoded": { schema: { type: "string" } } } },
      { in: "querystring", contentType: "application/x-www-form-urlencoded", schema: { type: "string" } },
    ],
    ...(<JsonObject[]>[
      { type: ["string", "null"] },
      { enum: ["a", "b"] },
      { allOf: [{ type: "string" }], default: "a" },
      { oneOf: [{ const: "a" }, { type: "string" }] },
    ]).map((schema): [JsonObject, object] => [
      { content: { "application/json": { schema } } },
      { contentType: "application/json", schema },
    ]),
    [
      { content: { "application/json": { schema: { type: ["string", "number"] } } } },
      { contentType: "application/json", isJson: true, schema: { type: ["string", "number"] } },
    ],
    [{ content: {} }, {}],
    [{ content: [] }, {}],
    [{ schema: { type: "string" }, content: { "application/json": {} } }, { schema: { type: "string" } }],
    [
      { in: "querystring", schema: { type: "string" }, content: { "text/x": { schema: false } } },
      { in: "querystring", contentType: "text/x", schema: false },
    ],
  ])("%j", (given, want) => {
    const { operation } = operationOf({ get: { parameters: [{ name: "p", in: "query", ...given }] } });
    expect(operation.parameters).toEqual([
      { ...inQuery, name: "p", source: source("/paths/~1a/get/parameters/0"), ...want },
    ]);
  });

  it("follows the reference of an example", () => {
    const parameters = [{ name: "p", in: "query", examples: { a: { $ref: "#/components/examples/e" } } }];
    const spec = openapi({ "/a": { get: { parameters } } }, { examples: { e: { value: 3 } } });
    expect(built(specOf(spec)).api.operations[0]?.parameters[0]?.example).toBe(3);
  });

  it.each<[value: JsonObject, wanted: Schema]>([
    [{}, { type: "string" }],
    [{ schema: {} }, {}],
    [{ content: { "application/json": {} } }, true],
  ])("of a path is a text where nothing is said of its value: %j", (value, wanted) => {
    const parameters = [{ name: "p", in: "path", required: true, ...value }];
    const [operation] = built(specOf(openapi({ "/a/{p}": { get: { parameters } } }))).api.operations;
    expect(operation?.parameters[0]?.schema).toEqual(wanted);
  });

  it.each<[reference: JsonObject, wanted: string | undefined]>([
    [{ $ref: "#/components/parameters/P" }, "own"],
    [{ $ref: "#/components/parameters/P", description: "beside" }, "beside"],
    [{ $ref: "#/components/parameters/P", description: " " }, "own"],
    [{ $ref: "#/components/parameters/Q" }, "on the way"],
    [{ $ref: "#/components/parameters/Q", description: "beside" }, "beside"],
    [{ $ref: "#/components/parameters/N" }, undefined],
    [{ $ref: "#/components/parameters/N", description: "beside" }, "beside"],
  ])("have the description of the reference %j", (reference, wanted) => {
    const components = {
      parameters: {
        P: { name: "p", in: "query", description: "own" },
        Q: { $ref: "#/components/parameters/P", description: "on the way" },
        N: { name: "p", in: "query" },
      },
    };
    const other = { $ref: "#/components/parameters/P" };
    const pathItem = { get: { parameters: [reference] }, post: { parameters: [other] } };
    const { api } = built(specOf(openapi({ "/a": pathItem }, components)));
    expect(api.operations.map(({ parameters }) => parameters[0]?.description)).toEqual([wanted, "own"]);
  });

  it.each<[version: string, places: string[]]>([
    ["3.0.3", ["query"]],
    ["3.1.0", ["query"]],
    ["3.2.0", ["path", "query", "cookie"]],
  ])("of OpenAPI %s may have reserved characters in %j", (version, places) => {
    const parameters = ["path", "query", "header", "cookie"].map((place) => ({
      name: "p",
      in: place,
      allowReserved: true,
    }));
    const own = { name: "c", in: "cookie", style: "cookie", allowReserved: true };
    const get = { parameters: [...parameters, own] };
    const found = operationOf({ get }, {}, { openapi: version }, "/a/{p}").operation.parameters;
    expect(found.filter(({ allowReserved }) => allowReserved).map((parameter) => parameter.in)).toEqual(places);
  });

  it("of the path item come first, and are overridden by the operation's own", () => {
    const named = (name: string, place: string, description: string) => ({ name, in: place, description });
    const { operation } = operationOf({
      parameters: [
        named("a", "query", "path"),
        named("b", "query", "path"),
        named("X-H", "header", "path"),
        named("a", "header", "path"),
      ],
      get: {
        parameters: [
          named("b", "query", "own"),
          named("x-h", "header", "own"),
          named("c", "query", "own"),
          named("c", "query", "last"),
        ],
      },
    });
    expect(operation.parameters.map(({ in: place, name, description }) => [place, name, description])).toEqual([
      ["query", "a", "path"],
      ["query", "b", "own"],
      ["header", "x-h", "own"],
      ["header", "a", "path"],
      ["query", "c", "last"],
    ]);
  });

  it("are resolved through references, and have their place", () => {
    const chain = Array.from({ length: 30 }, (_, index): [string, Json] => {
      return [
        `p${index}`,
        index === 29 ? { name: "p", in: "query" } : { $ref: `#/components/parameters/p${index + 1}` },
      ];
    });
    const components = { parameters: Object.fromEntries(chain) };
    const { operation } = operationOf({ parameters: [{ $ref: "#/components/parameters/p0" }], get: {} }, components);
    expect(operation.parameters).toEqual([{ ...inQuery, name: "p", source: source("/components/parameters/p29") }]);
  });

  it.each<[what: string, parameter: Json, codes: string[]]>([
    ["null", null, []],
    ["a string", "limit", []],
    ["an array", [{ name: "p", in: "query" }], []],
    ["without a name", { in: "query" }, ["B44-113"]],
    ["with an empty name", { name: "", in: "query" }, ["B44-113"]],
    ["with an invalid name", { name: 1, in: "query" }, ["B44-113"]],
    ["without a place", { name: "p" }, ["B44-113"]],
    ["in no place that exists", { name: "p", in: "constructor" }, ["B44-113"]],
  ])("%s: is left out, and told of where it is an object", (_, parameter, codes) => {
    const found = operationOf({ get: { parameters: [parameter, { name: "q", in: "query" }] } });
    expect(found.operation.parameters.map(({ name }) => name)).toEqual(["q"]);
    expect(found.codes).toEqual(codes);
  });

  it.each<[more: JsonObject, wanted: JsonObject, said?: string]>([
    [
      { style: "deepobject" },
      { style: "deepObject", explode: false },
      '"deepobject", which is not a valid style; it is read as `deepObject`.',
    ],
    [{ style: "csv" }, { style: "form", explode: true }, '"csv", which is not a valid style; it is read as `form`.'],
    [
      { style: 5, in: "header" },
      { style: "simple", explode: false },
      "5, which is not a valid style; it is read as `simple`.",
    ],
    [
      { style: null, explode: null },
      { style: "form", explode: true },
    ],
    [{ explode: "false" }, { style: "form", explode: false }],
    [
      { style: "simple", explode: "yes", in: "path" },
      { style: "simple", explode: true },
    ],
    [{ allowReserved: "true" }, { allowReserved: true }],
  ])("%j: how it is sent is read as it is meant", (more, wanted, said) => {
    const object = { name: "p", in: "query", ...more };
    const found = built(specOf(openapi({ "/a/{p}": { get: { parameters: [object] } } })));
    const { parameters } = found.api.operations[0]!;
    expect(parameters.find(({ in: place }) => place === object.in)).toMatchObject(wanted);
    const pointer = "/paths/~1a~1{p}/get/parameters/0/style";
    expect(
      found.diagnostics.filter(({ code }) => code === "B44-113").map((one) => [one.message, one.location?.pointer]),
    ).toEqual(said === undefined ? [] : [[`\`style\` of the parameter "p" is ${said}`, pointer]]);
  });

  it("without a name are reported at their place, through a reference too", () => {
    const parameters: Json[] = [{ in: "query" }, { $ref: "#/components/parameters/p" }];
    const spec = specOf(openapi({ "/a": { get: { parameters } } }, { parameters: { p: { in: "query" } } }));
    const pointers = built(spec).diagnostics.map(({ location }) => location?.pointer);
    expect(pointers).toEqual(["/paths/~1a/get/parameters/0", "/components/parameters/p"]);
  });

  it.each<[parameter: JsonObject, message: string, help?: RegExp]>([
    [{ in: "query" }, "A parameter has no `name`; it is ignored."],
    [{ in: "header", name: "" }, "A parameter has an empty `name`; it is ignored."],
    [{ name: "a" }, 'The parameter "a" has no `in`; it is ignored.', /^Write `in: path`/],
    [
      { name: "a", in: "Qurey" },
      'The parameter "a" has `in`: "Qurey", which is not a valid location; it is ignored.',
      /`in: query`/,
    ],
  ])("says of %j what is wrong, and where", (parameter, message, help = /^If the generated code/) => {
    const spec = specOf(openapi({ "/a": { get: { parameters: [{ name: "q", in: "query" }, parameter] } } }));
    const found = built(spec).diagnostics.map((item) => [item.message, item.help, item.location?.pointer]);
    expect(found).toEqual([[message, expect.stringMatching(help), "/paths/~1a/get/parameters/1"]]);
  });

  it.each<[what: string, operation: JsonObject, wanted: string]>([
    ["a place", { parameters: [{ name: "a", in: "qeury" }] }, "Did you mean `in: query`?"],
    ["a type", { parameters: [{ name: "a", in: "query", schema: { type: "strng" } }] }, "Did you mean `string`?"],
    ["no place", { parameters: [{ name: "a", in: "url" }] }, "Write `in: path`, `query`, `header` or `cookie`."],
    [
      "a schema",
      { parameters: [{ name: "a", in: "query", schema: { items: "int" } }] },
      "Write `{ type: integer }` there.",
    ],
    [
      "an enum",
      { parameters: [{ name: "a", in: "query", schema: { enum: "x" } }] },
      "Write an array, for example `enum: [a, b]`.",
    ],
  ])("suggests what a misspelt word means, or what to write: %s", (_, operation, wanted) => {
    const found = built(specOf(openapi({ "/a": { get: { responses: {}, ...operation } } }))).diagnostics;
    expect(found.map(({ help }) => help)).toEqual([wanted]);
  });

  it.each(["3.1.0", "2.0"])("suggests a schema whose name is written as a type (%s)", (version) => {
    const isSwagger = version === "2.0";
    const response = {
      description: "",
      schema: { type: "A b" },
      content: { "application/json": { schema: { type: "A b" } } },
    };
    const root = openapi(
      { "/a": { get: { responses: { 200: response } } } },
      isSwagger ? {} : { schemas: { "A b": {} } },
    );
    const spec = isSwagger ? { ...root, openapi: null, swagger: version, definitions: { "A b": {} } } : root;
    const place = isSwagger ? "definitions" : "components/schemas";
    const found = built(specOf(spec)).diagnostics.filter(({ code }) => code === "B44-401");
    expect(found.map(({ help }) => help)).toEqual([`Did you mean \`"$ref": "#/${place}/A%20b"\`?`]);
  });

  it("and bodies and responses that operations share are reported once", () => {
    const broken = (): JsonObject => ({ content: { "application/json": { schema: { type: "x" } } } });
    const shared: JsonObject = {
      parameters: [{ name: "a", in: "nowhere" }, { $ref: "#/components/parameters/p" }],
      requestBody: broken(),
      responses: { 999: {}, 200: broken(), 201: "text" },
    };
    const paths = { "/a": { parameters: [{ name: "b" }], get: shared, put: { ...shared } }, "/b": { put: shared } };
    const spec = specOf(openapi(paths, { parameters: { p: { in: "query" } } }), {}, "yaml");
    const found = [...bundled(spec).notUnderstood, ...built(spec).diagnostics];
    expect(found.map(({ location }) => location?.pointer)).toEqual([
      "/paths/~1a/get/responses/201",
      "/paths/~1a/parameters/0",
      "/paths/~1a/get/parameters/0",
      "/components/parameters/p",
      "/paths/~1a/get/responses/999",
      "/paths/~1a/get/requestBody/content/application~1json/schema/type",
    ]);
  });

  it("exclude headers that the specification ignores as parameters, and those that HTTP sets", () => {
    const names = ["Accept", "content-type", "AUTHORIZATION", "Content-Length", "host", "X-Mine"];
    const parameters = names.map((name) => ({ name, in: "header" }));
    expect(operationOf({ get: { parameters } }).operation.parameters.map(({ name }) => name)).toEqual(["X-Mine"]);
  });

  it("have names without surrounding spaces", () => {
    const parameters = [" page", "page", "size\t", "  "].map((name) => ({ name, in: "query" }));
    const { operation, codes } = operationOf({ get: { parameters } });
    expect([operation.parameters.map(({ name }) => name), codes]).toEqual([
      ["page", "size"],
      ["B44-113", "B44-113", "B44-113"],
    ]);
  });

  it.each(["__proto__", "constructor", "hasOwnProperty", "a b", "é", "1"])("may be called %s", (name) => {
    const parameters = ["path", "query", "header"].map((place) => ({ name, in: place }));
    const { operation, codes } = operationOf({ get: { parameters } }, {}, {}, `/a/{${name}}`);
    expect(operation.parameters.map((item) => [item.in, item.name])).toEqual([
      ["path", name],
      ["query", name],
      ["header", name],
    ]);
    expect(codes).toEqual([]);
  });

  it.each<[path: string, declared: string[], wanted: string[], codes: string[]]>([
    ["/a/{x}/{y}", ["y", "x"], ["x", "y"], []],
    ["/a/{x}", [], ["x"], ["B44-306"]],
    ["/a", ["x"], [], ["B44-306"]],
    ["/a/{x}/{x}", ["x"], ["x"], []],
    ["/a/{}", [], [], []],
    ["/a/:x", ["x"], ["x"], ["B44-306"]],
    ["/a/{x", ["x"], ["x"], ["B44-306"]],
    ["/a/{x}.{y};{z}", ["x", "y", "z"], ["x", "y", "z"], []],
  ])("in the path %s, declared %j, are %j", (path, declared, wanted, codes) => {
    const parameters = declared.map((name) => ({ name, in: "path", schema: { type: "integer" } }));
    const found = operationOf({ get: { parameters } }, {}, {}, path);
    expect(found.operation.parameters.map(({ name, required }) => [name, required])).toEqual(
      wanted.map((name) => [name, true]),
    );
    expect(found.codes).toEqual(codes);
    expect(found.operation.parameters.map(({ schema }) => schema)).toEqual(
      wanted.map((name): Schema => ({ type: declared.includes(name) ? "integer" : "string" })),
    );
  });
});

describe("an expression in a path that is more than a name", () => {
  /** The parameters of the one operation, declared in path or query, and what is said of the path. */
  const read = (path: string, inPath: string[], inQuery: string[] = []) => {
    const schema = { type: "integer" };
    const parameters = [
      ...inPath.map((name) => ({ name, in: "path", schema })),
      ...inQuery.map((name) => ({ name, in: "query", schema })),
    ];
    const { api, diagnostics } = built(specOf(openapi({ [path]: { get: { parameters } } })));
    return { operation: api.operations[0]!, diagnostics };
  };

  it.each<[path: string, template: string, style: string]>([
    ["/a/{+x}/b", "/a/{x}/b", "reserved"],
    ["/a/{x=projects/*}:go", "/a/{x}:go", "reserved"],
    ["/a/{x=**}", "/a/{x}", "reserved"],
    ["/a/{x=*}", "/a/{x}", "simple"],
    ["/a/{x:[0-9]+}", "/a/{x}", "simple"],
    ["/a/{x:\\d{4}-\\d{2}}/b", "/a/{x}/b", "simple"],
    ["/a/{x:[^/]+}/b", "/a/{x}/b", "simple"],
    ["/a/{x:int}", "/a/{x}", "simple"],
    ["/a/{int:x}", "/a/{x}", "simple"],
    ["/a/{path:x}", "/a/{x}", "reserved"],
    ["/a/{x:int?}", "/a/{x}", "simple"],
    ["/a/{x?}", "/a/{x}", "simple"],
    ["/a/{ x }", "/a/{x}", "simple"],
    ["/a/{x*}", "/a/{x}", "reserved"],
    ["/a/{x+}", "/a/{x}", "reserved"],
    ["/a/{x:.*}", "/a/{x}", "reserved"],
    ["/a/{x:path}", "/a/{x}", "reserved"],
    ["/a/{*x}", "/a/{x}", "reserved"],
    ["/a/{**x}", "/a/{x}", "reserved"],
    ["/a{.x}", "/a{x}", "label"],
    ["/a{;x}", "/a{x}", "matrix"],
    ["/a{/x}", "/a{x}", "segments"],
  ])("stands for the declared parameter of its bare name: %s", (path, template, style) => {
    const { operation, diagnostics } = read(path, ["x"]);
    const expression = /\{(.+)\}/.exec(path)?.[1];
    expect(operation.parameters).toMatchObject([{ name: "x", expression, style, schema: { type: "integer" } }]);
    expect([operation.path, operation.template]).toEqual([path, template]);
    expect(
      diagnostics.map(({ code, message }) => [code, message.endsWith('is read as the path parameter "x".')]),
    ).toEqual([["B44-306", true]]);
  });

  it.each<[path: string, declared: string, style: string, explode: boolean]>([
    ["/a/{;x*}", "simple", "matrix", true],
    ["/a/{;x*}", "label", "label", true],
    ["/a/{;x}", "label", "label", false],
  ])("%s leaves a style that is declared: %s", (path, declared, style, explode) => {
    const get = { parameters: [{ name: "x", in: "path", style: declared }] };
    const { api } = built(specOf(openapi({ [path]: { get } })));
    expect(api.operations[0]?.parameters).toMatchObject([{ name: "x", style, explode }]);
  });

  it.each([
    ["many", `/${"{a:b}".repeat(5_000)}<`],
    ["none that ends", `/${"{".repeat(50_000)}`],
    ["none that ends, with patterns", `/${"{a:".repeat(20_000)}`],
    ["one in another", `/{a:${"{b}".repeat(10_000)}`],
  ])("is read at once where there are %s", (_, path) => {
    expect(read(path, []).operation.path).toBe(path);
  });

  it.each<[path: string, inPath: string[], inQuery: string[], parameters: string[], template: string]>([
    ["/a/{x}{?y,z*}", ["x"], ["y", "z"], ["path x", "query y", "query z"], "/a/{x}"],
    ["/a/{x}{?y,z}", ["x"], ["z"], ["path x", "query z", "query y"], "/a/{x}"],
    ["/a{?x}", ["x"], [], ["query x"], "/a"],
    ["/a?b=1{&x}", [], ["x"], ["query x"], "/a?b=1"],
    ["/a/{x}{#y}", ["x", "y"], [], ["path x"], "/a/{x}"],
  ])("is not of the path where it is of query or fragment: %s", (path, inPath, inQuery, parameters, template) => {
    const { operation, diagnostics } = read(path, inPath, inQuery);
    expect(operation.parameters.map((item) => `${item.in} ${item.name}`)).toEqual(parameters);
    expect(operation.parameters.map(({ required }) => required)).toEqual(
      parameters.map((item) => item.startsWith("path")),
    );
    expect(operation.template).toBe(template);
    expect(diagnostics.map(({ code }) => code)).toEqual(["B44-306"]);
  });

  it.each<[path: string, declared: string[], parameters: string[], template: string | undefined]>([
    ["/a/{+x}", ["+x"], ["+x"], undefined],
    ["/a/{+x}", ["y"], ["+x"], undefined],
    ["/a/{x:\\d{4}}", [], ["x"], "/a/{x}"],
    ["/a/{x}/{x:int}", ["x"], ["x", "x:int"], undefined],
    ["/a/{x:int}/{x}", ["x"], ["x:int", "x"], undefined],
    ["/a/{+x}/{*x}", ["x"], ["x", "*x"], "/a/{x}/{*x}"],
    ["/a/{{x}}", ["x"], ["x"], "/a/{x}"],
  ])("of %s, declared %j, is called %j", (path, declared, parameters, template) => {
    const { operation } = read(path, declared);
    expect(operation.parameters.map(({ name }) => name)).toEqual(parameters);
    expect(operation.template).toBe(template);
  });

  const known = (path: string) =>
    `In OpenAPI, the braces of a path contain only a name, but in ${path} they contain more`;

  it.each<[path: string, declared: string[], message: string, help: RegExp]>([
    ["/a/{+x}", ["x"], `${known("/a/{+x}")}: {+x} is read as the path parameter "x".`, /^There is nothing to do/],
    [
      "/a/{x=b/*}",
      [],
      "The path parameter {x=b/*} is not declared; it is read as a string.",
      /^Declare "x" in the spec, `in: path`/,
    ],
    [
      "/a/{x,y}",
      ["x", "y"],
      "The path /a/{x,y} has no {x} and no {y}; the parameters are ignored. The path parameter {x,y} is not declared; it is read as a string.",
      /^There is nothing to do/,
    ],
    [
      "/a/{UserId}/{userid}/{X}",
      ["USERID", "userid", "x"],
      'The path /a/{UserId}/{userid}/{X} has {UserId}, which is declared as "USERID", and {X}, which is declared as "x": the names differ in upper and lower case, and the one in the path is used.',
      /^There is nothing to do/,
    ],
    ["/a/{X}/{x}", ["x"], "The path parameter {X} is not declared; it is read as a string.", /^There is nothing to do/],
    [
      "/{a}/{b}",
      [],
      "The path parameters {a} and {b} are not declared; they are read as strings.",
      /^There is nothing to do/,
    ],
    [
      "/{a}/{b}/{c}",
      [],
      "The path parameters {a}, {b} and {c} are not declared; they are read as strings.",
      /^There is nothing to do/,
    ],
    [
      "/a/{x}",
      ["X", "y"],
      'The path /a/{x} has {x}, which is declared as "X": the names differ in upper and lower case, and the one in the path is used. The path /a/{x} has no {y}; the parameter is ignored.',
      /^There is nothing to do/,
    ],
    [
      "/a/{{x}}",
      ["x"],
      "The path /a/{{x}} is not an OpenAPI path template, which has one pair of braces per parameter. It is read as /a/{x}.",
      /^Write "\/a\/\{x\}" in the spec/,
    ],
    [
      "/a/:x/{y=b/*}",
      ["x"],
      "The path /a/:x/{y=b/*} is not an OpenAPI path template, which has one pair of braces per parameter. It is read as /a/{x}/{y=b/*}. The path parameter {y=b/*} is not declared; it is read as a string.",
      /^Write "\/a\/\{x\}\/\{y=b\/\*\}" in the spec/,
    ],
  ])("is told of with what is done: %s, declared %j", (path, declared, message, help) => {
    const { diagnostics } = read(path, declared);
    expect(diagnostics).toMatchObject([{ code: "B44-306", message, help: expect.stringMatching(help) }]);
  });

  it("is a parameter declared in another case", () => {
    const parameters = [{ name: "userId", in: "path", description: "Whose.", schema: { type: "integer" } }];
    const { api } = built(specOf(openapi({ "/a/{UserId}": { get: { parameters } } })));
    expect(api.operations[0]?.parameters).toMatchObject([
      { name: "UserId", description: "Whose.", schema: { type: "integer" }, required: true },
    ]);
  });

  it("is reported once for all operations of a path", () => {
    const parameters = [{ name: "x", in: "path" }];
    const { diagnostics } = built(specOf(openapi({ "/a/{x:int}": { get: { parameters }, put: {}, post: {} } })));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `${known("/a/{x:int}")}: {x:int} is read as the path parameter "x". The path parameter {x:int} is not declared for all of its operations; it is read as a string.`,
    ]);
  });
});

it("tells of the same fault in each document that has it", () => {
  const paths = { "/a": { $ref: "a.json" }, "/b": { $ref: "b.json" } };
  const item = { get: { parameters: [{ name: "x", in: "nowhere" }] } };
  const { diagnostics } = built(specOf(openapi(paths), { "a.json": item, "b.json": structuredClone(item) }));
  expect(diagnostics.map(({ code, location }) => `${code} ${location?.file}`)).toEqual([
    "B44-113 a.json",
    "B44-113 b.json",
  ]);
});

describe("a query that a path has", () => {
  const read = (path: string, inPath: string[], inQuery: string[], required = true) => {
    const parameters = [
      ...inPath.map((name) => ({ name, in: "path", required: true })),
      ...inQuery.map((name) => ({ name, in: "query", required })),
    ];
    const { api, diagnostics } = built(specOf(openapi({ [path]: { get: { parameters }, put: { parameters } } })));
    const { template, parameters: read } = api.operations[0]!;
    return { template, read: read.map((item) => `${item.in} ${item.name}`), diagnostics };
  };

  it.each<[path: string, inPath: string[], inQuery: string[], template: string | undefined, parameters: string[]]>([
    ["/a?q={q}", [], ["q"], "/a", ["query q"]],
    ["/a?q={term}", [], ["q"], "/a", ["query q"]],
    ["/a/{id}?q={q}&r=1&s={s}#f", ["id"], ["q", "s"], "/a/{id}?r=1#f", ["path id", "query q", "query s"]],
    ["/?comp=list&acl", [], ["comp", "acl"], "/", ["query comp", "query acl"]],
    ["/a?q={q}", ["q"], [], undefined, ["path q"]],
    ["/a?q={q}", ["q"], ["q"], undefined, ["path q", "query q"]],
    ["/a?q={q}", [], [], undefined, ["path q"]],
    ["/a?q=x-{q}", [], ["q"], undefined, ["path q", "query q"]],
    ["/a/{q}", [], ["q"], undefined, ["path q", "query q"]],
    ["/a{?q}", [], ["q"], "/a", ["query q"]],
    ["/a#?q={q}", [], ["q"], undefined, ["path q", "query q"]],
  ])("is said by the parameters: %s with %j and %j", (path, inPath, inQuery, template, parameters) => {
    expect(read(path, inPath, inQuery)).toMatchObject({ template, read: parameters });
  });

  it("keeps a fixed value beside an optional parameter", () => {
    expect(read("/a?q=1&r={r}", [], ["q", "r"], false).template).toBe("/a?q=1");
  });

  it("is reported once for all operations if it has braces", () => {
    const { diagnostics } = read("/a?q={q}&r={s}&t=1", [], ["q", "r", "t"]);
    expect(diagnostics.map(({ code, message, location }) => [code, message, location?.pointer])).toEqual([
      [
        "B44-306",
        'The path /a?q={q}&r={s}&t=1 contains a query string, which OpenAPI does not allow: {q} is read as the query parameter "q", {s} is read as the query parameter "r".',
        "/paths/~1a?q={q}&r={s}&t=1",
      ],
    ]);
  });
});

describe("a path that is not a valid template", () => {
  it.each<[path: string, template: string | undefined]>([
    ["/a/:x", "/a/{x}"],
    ["/a/<x>/b", "/a/{x}/b"],
    ["/a/<int:x>.json", "/a/{x}.json"],
    ["/a/<x:int>/<y:x>", "/a/{x}/{x}"],
    ["/a/[x]", "/a/{x}"],
    ["/a/[...x]", "/a/{x}"],
    ["/a/{x", "/a/{x}"],
    ["/a/x}", "/a/{x}"],
    ["/a/{{x}}", "/a/{x}"],
    ["/a/{y}/{x", "/a/{y}/{x}"],
    ["/a/${x}/b", "/a/{x}/b"],
    ["/a/${b}/$ref", undefined],
    ["/a/{y}:x", undefined],
    ["/a/:cancel/{x}", undefined],
    ["/a/<b>", undefined],
    ["/a/<int:b>", undefined],
    ["/a/[b]", undefined],
    ["/a[x]", undefined],
    ["/a/{}", undefined],
  ])("is told of once, with the one that is meant: %s", (path, template) => {
    const parameters = ["x", "y"].map((name) => ({ name, in: "path", required: true }));
    const { diagnostics } = built(specOf(openapi({ [path]: { parameters, get: {}, post: {} } })));
    const found = diagnostics.filter(({ message }) => message.includes("not an OpenAPI path template"));
    const help = `Write ${JSON.stringify(template)} in the spec, or ask its author to.`;
    expect(found.map((item) => [item.code, item.location?.pointer, item.help])).toEqual(
      template === undefined ? [] : [["B44-306", `/paths/${path.replaceAll("/", "~1")}`, help]],
    );
  });
});

describe("a path that is not a valid template, with all parameters known", () => {
  it.each<[path: string, names: string[], template: string | undefined]>([
    ["/a/:x", ["x"], "/a/{x}"],
    ["/a/:x/{y}/<z>", ["x", "y", "z"], "/a/{x}/{y}/{z}"],
    ["/a/<int(min=1):x>/[y]", ["x", "y"], "/a/{x}/{y}"],
    ["/a/:x/:b/{c:int}", ["x", "c:int"], "/a/{x}/:b/{c:int}"],
    ["/a/{x", ["x"], "/a/{x}"],
    ["/a/{b", [], undefined],
  ])("is filled as the one that is meant: %s", (path, names, template) => {
    const parameters = ["x", "y", "z"].map((name) => ({ name, in: "path", required: true }));
    const { operations } = built(specOf(openapi({ [path]: { parameters, get: {} } }))).api;
    expect(operations[0]?.parameters.map(({ name }) => name)).toEqual(names);
    expect([operations[0]?.path, operations[0]?.template]).toEqual([path, template]);
  });
});

describe("request bodies and their content", () => {
  it.each<[given: Json, want: Json | undefined]>([
    [
      { content: { "application/json": { schema: { type: "string" } } }, required: true, description: "d" },
      { required: true, description: "d", content: [["application/json", true, { type: "string" }]] },
    ],
    [
      { content: { "Application/JSON; charset=utf-8": {} } },
      { required: false, content: [["application/json", true, null]] },
    ],
    [
      { content: { "application/json": { schema: true }, "x-a": {} }, required: 1 },
      { required: false, content: [["application/json", true, true]] },
    ],
    [
      { content: { "application/json": null, "text/plain": { schema: "x" } } },
      {
        required: false,
        content: [
          ["application/json", true, null],
          ["text/plain", false, null],
        ],
      },
    ],
    [{ content: {} }, undefined],
    [{ content: null }, undefined],
    [{ content: [{}] }, undefined],
    [{}, undefined],
    [{ $ref: "#/components/requestBodies/B" }, { required: true, content: [["application/xml", false, null]] }],
  ])("%j", (requestBody, want) => {
    const { operation } = operationOf(
      { post: { requestBody } },
      { requestBodies: { B: { required: true, content: { "application/xml": {} } } } },
    );
    const body = operation.requestBody;
    expect(
      body &&
        JSON.parse(
          JSON.stringify({
            ...body,
            source: undefined,
            content: body.content.map((item) => [item.mediaType, item.isJson, item.schema]),
          }),
        ),
    ).toEqual(want);
  });

  it.each<[content: JsonObject, wanted: [mediaType: string, kind: string, isJson: boolean][]]>([
    [{ "application/json": "file" }, [["application/json", "binary", false]]],
    [
      { "text/json": "file", "text/plain": "file", "application/x-tar": "file", "application/xml": "other" },
      [
        ["text/plain", "binary", false],
        ["application/x-tar", "binary", false],
        ["application/xml", "text", false],
        ["text/json", "binary", false],
      ],
    ],
    [
      { "application/json": "other", "text/csv": "file" },
      [
        ["application/json", "json", true],
        ["text/csv", "text", false],
      ],
    ],
    [{ "application/json": "named" }, [["application/json", "binary", false]]],
    [{ "application/json": "base64" }, [["application/json", "json", true]]],
  ])("are files where JSON is said to be one: %j", (content, wanted) => {
    const file = { type: "string", format: "binary" };
    const schemas: JsonObject = {
      file,
      other: {},
      named: { $ref: "#/components/schemas/F" },
      base64: { ...file, format: "byte" },
    };
    const given = Object.fromEntries(
      Object.entries(content).map(([key, name]) => [key, { schema: schemas[String(name)]! }]),
    );
    const { operation } = operationOf(
      { post: { requestBody: { content: given }, responses: { 200: { content: given } } } },
      { schemas: { F: file } },
    );
    for (const list of [operation.requestBody?.content, operation.responses[0]?.content]) {
      expect(list?.map(({ mediaType, kind, isJson }) => [mediaType, kind, isJson])).toEqual(wanted);
    }
  });

  it.each<[mediaType: string, content: JsonObject, wanted: Schema | undefined]>([
    ["application/jsonl", { itemSchema: { type: "string" }, schema: { type: "array" } }, { type: "string" }],
    ["application/jsonl", { schema: { type: "array", items: { type: "string" } } }, { type: "string" }],
    ["application/x-ndjson", { schema: { $ref: "#/components/schemas/L" } }, { $ref: "#/components/schemas/T" }],
    ["application/jsonl", { schema: { type: "array" } }, true],
    ["application/jsonl", { schema: { type: "string" } }, undefined],
    ["application/json", { schema: { type: "array", items: { type: "string" } } }, undefined],
  ])("has the items of a stream in a list of all of them: %s %j", (mediaType, content, wanted) => {
    const schemas = { L: { type: "array", items: { $ref: "#/components/schemas/T" } }, T: { type: "string" } };
    const responses = { 200: { content: { [mediaType]: content } } };
    const { operation } = operationOf({ get: { responses } }, { schemas });
    expect(operation.responses[0]?.content[0]?.itemSchema).toEqual(wanted);
  });

  it("may be references to media types (OpenAPI 3.2)", () => {
    const components = { mediaTypes: { M: { schema: { type: "integer" } } } };
    const content = { "application/json": { $ref: "#/components/mediaTypes/M" } };
    const { operation } = operationOf(
      { post: { requestBody: { content }, parameters: [{ name: "p", in: "query", content }] } },
      components,
    );
    expect(operation.requestBody?.content[0]?.schema).toEqual({ type: "integer" });
    expect(operation.parameters[0]?.schema).toEqual({ type: "integer" });
  });

  it.each([
    ["application/json", true],
    ["application/vnd.api+json", true],
    ["text/json", true],
    ["application/x-json", true],
    ["*/*", true],
    ["application/*", true],
    ["application/problem+json", true],
    ["application/json-seq", false],
    ["application/geo+json-seq", false],
    ["application/x-ndjson", false],
    ["application/jsonlines", false],
    ["application/stream+json", false],
    ["text/plain", false],
    ["application/xml", false],
    ["multipart/form-data", false],
    ["text/*", false],
  ])("%s is JSON: %s", (mediaType, isJson) => {
    const { operation } = operationOf({ post: { requestBody: { content: { [mediaType]: {} } } } });
    expect(operation.requestBody?.content).toMatchObject([{ mediaType, isJson, schema: undefined }]);
    expect(operation.requestBody?.content[0]?.kind === "json").toBe(isJson);
  });
});

it.each<[mediaType: string, type: string, kind: string]>([
  ["application/x-www-form-urlencoded", "string", "text"],
  ["application/x-www-form-urlencoded", "object", "form"],
  ["multipart/form-data", "string", "multipart"],
])("%s of the type %s is sent as %s", (mediaType, type, kind) => {
  const schema = { $ref: "#/components/schemas/S" };
  const components = { schemas: { S: { type } } };
  const { operation } = operationOf({ post: { requestBody: { content: { [mediaType]: { schema } } } } }, components);
  expect(operation.requestBody?.content[0]?.kind).toBe(kind);
});

it.each<[mediaType: string, schema: JsonObject, isKnown: boolean]>([
  ["multipart/form-data", { type: "string" }, false],
  ["multipart/form-data", { type: "array", items: {} }, false],
  ["application/x-www-form-urlencoded", { type: "array", items: {} }, false],
  ["multipart/form-data", { type: "string", format: "binary" }, true],
  ["multipart/form-data", { type: "array", items: { type: "string", format: "binary" } }, true],
  ["multipart/form-data", { type: "object" }, true],
  ["multipart/form-data", { oneOf: [] }, true],
  ["application/json", { type: "array", items: {} }, true],
])("%s of %j: whether the schema is believed: %s", (mediaType, schema, isKnown) => {
  const { operation } = operationOf({ post: { requestBody: { content: { [mediaType]: { schema } } } } });
  expect(operation.requestBody?.content[0]?.schema).toEqual(isKnown ? schema : undefined);
});

describe("the encodings of a form", () => {
  const list = { type: "array", items: { $ref: "#/components/schemas/Text" } };
  const object = { type: "object", properties: { a: { type: "string" } } };
  const described = { ...object, description: "d" };
  const properties = { text: { type: "string" }, list, lists: { type: "array", items: object }, object, described };
  const of = (openapi: string, mediaType: string, encoding: JsonObject) => {
    const content = { [mediaType]: { schema: { $ref: "#/components/schemas/Form" }, encoding } };
    const paths = { "/a": { post: { requestBody: { content }, responses: {} } } };
    const schemas = { Form: { type: "object", properties }, Text: { type: "string" } };
    const { api } = built(specOf({ openapi, info: { title: "", version: "" }, paths, components: { schemas } }));
    return api.operations[0]?.requestBody?.content[0];
  };
  const all = (encoding: JsonObject) => Object.fromEntries(Object.keys(properties).map((name) => [name, encoding]));

  it.each<[encoding: JsonObject, kept: string[]]>([
    [{ style: "form" }, []],
    [{ style: "form", explode: true, allowReserved: true }, []],
    [{ allowReserved: false }, []],
    [{ explode: false }, ["list"]],
    [{ style: "pipeDelimited" }, ["list"]],
    [{ style: "deepObject", explode: true }, Object.keys(properties)],
  ])(
    "in OpenAPI 3.0 are styles of a urlencoded form, but for lists in one part and deepObject: %j",
    (encoding, kept) => {
      const styled = (openapi: string, mediaType: string) =>
        Object.entries(of(openapi, mediaType, all({ ...encoding, contentType: "text/plain" }))?.encoding ?? {}).flatMap(
          ([name, { contentType, style, explode, allowReserved }]) => {
            expect(contentType).toBe("text/plain");
            return style || explode !== undefined || allowReserved ? [name] : [];
          },
        );
      expect(styled("3.0.3", "multipart/form-data")).toEqual(kept);
      expect(styled("3.0.3", "application/x-www-form-urlencoded")).toEqual(Object.keys(properties));
      expect(styled("3.1.0", "multipart/form-data")).toEqual(Object.keys(properties));
    },
  );

  it.each<[contentType: string, isText: boolean]>([
    ["application/xml; charset=utf-8", true],
    ["text/csv, text/plain", true],
    ["application/json", false],
    ["text/plain, application/json", false],
    ["text/plain, application/octet-stream", false],
  ])("of %s: what is no text is one: %s", (contentType, isText) => {
    const text = { type: "string" };
    const written = { object: text, described: { ...text, description: "d" }, lists: { type: "array", items: text } };
    const form = { type: "object", properties: { ...properties, ...written } };
    const want = isText ? form : { $ref: "#/components/schemas/Form" };
    for (const mediaType of ["multipart/form-data", "application/x-www-form-urlencoded"])
      expect(of("3.1.0", mediaType, all({ contentType }))?.schema).toEqual(want);
  });

  it("keep the form unchanged if they are by style", () => {
    const encoding = all({ contentType: "text/plain", style: "form" });
    expect(of("3.1.0", "multipart/form-data", encoding)?.schema).toEqual({ $ref: "#/components/schemas/Form" });
  });
});

describe("the types of the parts of a multipart body", () => {
  const png = { type: "string", contentMediaType: "image/png" };
  const schemas = { Png: png, Base: { properties: { p: png } } };

  it.each<[schema: JsonObject, encoding: JsonObject, wanted: JsonObject]>([
    [{ properties: { p: png } }, {}, { p: "image/png" }],
    [{ properties: { p: { $ref: "#/components/schemas/Png" } } }, {}, { p: "image/png" }],
    [{ properties: { p: { type: "array", items: png } } }, {}, { p: "image/png" }],
    [{ properties: { p: { anyOf: [png, { type: "null" }] } } }, {}, { p: "image/png" }],
    [{ properties: { p: { oneOf: [png, { ...png, contentMediaType: "image/gif" }] } } }, {}, {}],
    [{ allOf: [{ $ref: "#/components/schemas/Base" }] }, {}, { p: "image/png" }],
    [{ properties: { p: png } }, { p: { contentType: "image/gif" } }, { p: "image/gif" }],
    [{ properties: { p: png } }, { p: {}, q: { contentType: "a/b" } }, { p: "image/png", q: "a/b" }],
    [{ properties: { p: { ...png, contentEncoding: "base64" } } }, {}, {}],
    [{ properties: { p: { contentMediaType: "application/octet-stream" } } }, {}, {}],
    [{ properties: { p: { type: "string", format: "binary" } } }, {}, {}],
  ])("of %j with %j are %j", (schema, encoding, wanted) => {
    const types = (mediaType: string) => {
      const requestBody = { content: { [mediaType]: { schema, encoding } } };
      const { operation } = operationOf({ post: { requestBody } }, { schemas });
      const said = Object.entries(operation.requestBody?.content[0]?.encoding ?? {});
      return Object.fromEntries(said.map(([name, { contentType }]) => [name, contentType]));
    };
    expect(types("multipart/form-data")).toEqual(wanted);
    expect(types("application/x-www-form-urlencoded").p).toBe((encoding.p as JsonObject | undefined)?.contentType);
  });
});

describe("the value of a header for a media type", () => {
  it.each<[written: string, wanted: string | undefined]>([
    ["application/json", "application/json"],
    ["Application/Vnd.X+JSON", "Application/Vnd.X+JSON"],
    ["application/json; version=2.4.13", "application/json; version=2.4.13"],
    [" text/csv;charset=utf-8 ;header=present ", "text/csv;charset=utf-8 ;header=present"],
    ['application/json; profile="https://a.example/b"', 'application/json; profile="https://a.example/b"'],
    ["text/plain; utf-8", "text/plain"],
    ["text/plain;", "text/plain"],
    ["text/plain; a=1\r\nx-evil: 1", "text/plain"],
    ["text/plain; a=1, text/html", "text/plain; a=1"],
    ["text/plain\r\nx-evil: 1; a=1", undefined],
    ["image/*", undefined],
    ["image/", undefined],
  ])("%j: %j", (written, wanted) => {
    const { operation } = operationOf({ post: { requestBody: { content: { [written]: {} } } } });
    expect(operation.requestBody?.content[0]?.headerValue).toBe(wanted);
  });
});

describe("responses", () => {
  const statuses = (responses: JsonObject) => {
    const { operation, codes } = operationOf({ get: { responses } });
    return { statuses: operation.responses.map(({ status }) => status), codes };
  };

  it.each<[keys: string[], wanted: Response["status"][], codes: string[]]>([
    [["default", "4XX", "404", "200"], [200, 404, "4XX", "default"], []],
    [["2xx", "Default", "x-a"], ["2XX", "default"], []],
    [["4XX", "4xx"], ["4XX"], ["B44-113"]],
    [["600", "099", "20", "2000", "OK", "", "__proto__", "constructor"], [], Array(8).fill("B44-113")],
    [["100", "599"], [100, 599], []],
  ])("of %j are %j", (keys, wanted, codes) => {
    const responses = parsed(`{${keys.map((key) => `${JSON.stringify(key)}:{"description":""}`).join(",")}}`);
    expect(statuses(responses)).toEqual({ statuses: wanted, codes });
  });

  it("with invalid statuses are reported at their keys", () => {
    const { diagnostics } = built(
      specOf(openapi({ "/a": { get: { responses: { "4XX": {}, "4xx": {}, "600": {} } } } })),
    );
    const pointers = diagnostics.map(({ location }) => location?.pointer);
    expect(pointers.sort()).toEqual(["/paths/~1a/get/responses/4xx", "/paths/~1a/get/responses/600"]);
  });

  it.each<[key: string, wanted: unknown[], said: number]>([
    ["200 OK", [200], 1],
    ["404: not found", [404], 1],
    ["20X", ["2XX"], 1],
    ["5**", ["5XX"], 1],
    ["400-499", ["4XX"], 1],
    ["Default", ["default"], 0],
    ["success", [], 1],
    ["2000", [], 1],
    ["200OK", [], 1],
  ])("are read as they are meant: %j", (key, wanted, said) => {
    const found = statuses({ [key]: {} });
    expect([found.statuses, found.codes]).toEqual([wanted, Array.from({ length: said }, () => "B44-113")]);
  });

  it("have their content, through references, and their places", () => {
    const { operation } = operationOf(
      {
        get: {
          responses: {
            200: { $ref: "#/components/responses/R" },
            404: null,
            500: "x",
            501: { description: 1, content: [] },
          },
        },
      },
      {
        responses: {
          R: { $ref: "#/components/responses/S" },
          S: {
            description: "d",
            headers: { "X-Rate": { description: "r" }, "Content-Type": {}, "not a name": {} },
            content: { "application/json": { schema: { type: "null" } } },
          },
        },
      },
    );
    const none = (status: number) => ({
      status,
      description: undefined,
      content: [],
      headers: [],
      source: { file: "openapi.json", pointer: `/paths/~1a/get/responses/${status}` },
    });
    expect(operation.responses).toEqual([
      {
        status: 200,
        description: "d",
        content: [
          {
            mediaType: "application/json",
            headerValue: "application/json",
            isJson: true,
            kind: "json",
            schema: { type: "null" },
            itemSchema: undefined,
            encoding: {},
            files: [],
          },
        ],
        headers: [{ name: "x-rate", description: "r" }],
        source: { file: "openapi.json", pointer: "/components/responses/S" },
      },
      none(404),
      none(500),
      none(501),
    ]);
  });
});

it("bodies, responses, their headers and security schemes have the descriptions of references to them", () => {
  const to = (section: string) => ({ $ref: `#/components/${section}/x`, description: "beside" });
  const own = { description: "own" };
  const post = {
    requestBody: to("requestBodies"),
    responses: {
      200: to("responses"),
      400: { $ref: "#/components/responses/x" },
      404: { headers: { h: to("headers") } },
    },
  };
  const components = {
    requestBodies: { x: { ...own, content: { "application/json": {} } } },
    responses: { x: own },
    headers: { x: own },
    securitySchemes: { x: { ...own, type: "mutualTLS" }, y: to("securitySchemes") },
  };
  const { operations, securitySchemes } = built(
    specOf(openapi({ "/a": { post } }, components, { security: [{ x: [], y: [] }] })),
  ).api;
  expect(operations[0]?.requestBody?.description).toBe("beside");
  expect(operations[0]?.responses.map(({ description }) => description)).toEqual(["beside", "own", undefined]);
  expect(operations[0]?.responses[2]?.headers).toEqual([{ name: "h", description: "beside" }]);
  expect(securitySchemes).toMatchObject({ x: { description: "own" }, y: { description: "beside" } });
});

describe("content of responses that have none in HTTP", () => {
  const responses = (...statuses: string[]): JsonObject => ({
    responses: Object.fromEntries(statuses.map((status) => [status, { $ref: "#/components/responses/R" }])),
  });
  const components = { responses: { R: { description: "", content: { "application/json": { schema: true } } } } };
  const all = ["102", "200", "204", "205", "206", "304", "2XX", "default"];

  it.each<[method: string, without: Response["status"][], told: string[]]>([
    ["get", [102, 204, 205, 304], ["102, 204, 205, 304"]],
    ["head", [102, 200, 204, 205, 206, 304, "2XX", "default"], []],
  ])("%s: %j", (method, without, told) => {
    const { operation, diagnostics } = operationOf({ [method]: responses(...all) }, components);
    expect(operation.responses.filter(({ content }) => content.length === 0).map(({ status }) => status)).toEqual(
      without,
    );
    const message = `${method}:/a declares content for responses that never have any (${told.join()}); it is ignored.`;
    const location = { file: "openapi.json", pointer: "/components/responses/R" };
    const wanted = told.map(() => ({ code: "B44-332", severity: "info", message, location }));
    expect(diagnostics).toMatchObject(wanted);
    expect(diagnostics).toHaveLength(wanted.length);
  });

  it("is reported once, and only if there is some", () => {
    const paths = {
      "/a": { get: responses("204"), head: responses("200") },
      "/b": { get: responses("200"), delete: { responses: { 204: { description: "" } } } },
      "/c": { put: responses("200", "304") },
    };
    expect(built(specOf(openapi(paths, components))).diagnostics.map(({ message }) => message)).toEqual([
      "get:/a and 1 more declare content for responses that never have any (204, 304); it is ignored.",
    ]);
  });
});

describe("what is portable", () => {
  const json = { "application/json": {} };
  const file = { schema: { type: "string", format: "binary" } };
  const withFiles = { schema: { $ref: "#/components/schemas/F" } };
  const upload = { "application/json": withFiles, "multipart/form-data": withFiles };
  const schemas: JsonObject = {
    V: { enum: ["1"] },
    F: { allOf: [{ properties: { name: {}, files: { type: "array", items: { $ref: "#/components/schemas/B" } } } }] },
    B: { type: "string", contentMediaType: "image/png" },
  };

  it.each<[what: string, operation: JsonObject, wanted: boolean]>([
    ["nothing in, nothing out", {}, true],
    ["parameters in path and query", { parameters: [{ name: "q", in: "query" }] }, true],
    ["a header that varies", { parameters: [{ name: "h", in: "header", schema: { type: "string" } }] }, false],
    [
      "a header of one value",
      { parameters: [{ name: "h", in: "header", required: true, schema: { const: "1" } }] },
      true,
    ],
    ["one that need not be", { parameters: [{ name: "h", in: "header", schema: { const: "1" } }] }, false],
    [
      "a header of one value, named",
      { parameters: [{ name: "h", in: "header", required: true, schema: { $ref: "#/components/schemas/V" } }] },
      true,
    ],
    ["a cookie", { parameters: [{ name: "c", in: "cookie", schema: { const: "1" } }] }, false],
    ["JSON in", { requestBody: { content: { ...json, "text/plain": {} } } }, true],
    ["a form in", { requestBody: { content: { "application/x-www-form-urlencoded": {} } } }, false],
    ["files in that only a form carries", { requestBody: { content: upload } }, false],
    [
      "JSON in without the files that a form has",
      { requestBody: { content: { ...upload, "application/json": { schema: { properties: { url: {} } } } } } },
      true,
    ],
    ["JSON out", { responses: { 200: { content: json }, 404: { content: { "text/html": {} } } } }, true],
    ["an image out", { responses: { 200: { content: { "image/png": {} } } } }, false],
    ["a file out that is called JSON", { responses: { 200: { content: { "application/json": file } } } }, false],
    ["a file in that is called JSON", { requestBody: { content: { "application/json": file } } }, false],
    ["an image out, by range", { responses: { "2XX": { content: { "image/png": {} } } } }, false],
    ["an image out, by default", { responses: { default: { content: { "image/png": {} } } } }, false],
    [
      "JSON out, and a page by default",
      { responses: { 200: { content: json }, default: { content: { "text/html": {} } } } },
      true,
    ],
  ])("%s: %s %s", (_, operation, wanted) => {
    expect(operationOf({ post: operation }, { schemas }).operation.portable).toBe(wanted);
  });
});

describe("an API", () => {
  it("has the document's title, version and description", () => {
    const root = openapi(
      { "/a": { get: {} } },
      {},
      {
        info: { title: "Shop", description: "d" },
        servers: [{ url: "https://{h}", variables: { h: { default: "x" } } }],
      },
    );
    const { api } = built(specOf(root));
    expect({ ...api, operations: [] }).toEqual({
      name: "my-api",
      typeName: "MyApi",
      objectName: "myApi",
      factoryName: "createMyApi",
      fileName: "my-api",
      spec: "openapi.json",
      address: "file:///api/openapi.json",
      title: "Shop",
      description: "d",
      servers: [
        {
          url: "https://x",
          template: "https://{h}",
          description: undefined,
          source: { file: "openapi.json", pointer: "/servers/0" },
        },
      ],
      securitySchemes: {},
      operations: [],
      documentSecurity: [{ requirements: [], operations: 1 }],
      declaresTokens: false,
      schemas: [],
    });
  });

  it.each<[document: JsonObject, wanted: boolean]>([
    [{ components: { securitySchemes: { a: { type: "oauth2" } } } }, true],
    [{ components: { securitySchemes: { a: { type: "openIdConnect" } } } }, true],
    [{ components: { securitySchemes: { a: { type: "http", scheme: "Bearer" } } } }, true],
    [
      { components: { securitySchemes: { a: { type: "http", scheme: "basic" }, b: { type: "apiKey" }, c: null } } },
      false,
    ],
    [{ components: { securitySchemes: [] } }, false],
    [{ openapi: undefined as never, swagger: "2.0", securityDefinitions: { a: { type: "oauth2" } } }, true],
    [{ openapi: undefined as never, swagger: "2.0", securityDefinitions: { a: { type: "basic" } } }, false],
  ])("knows of schemes that no selected operation takes whether they are tokens: %j", (document, wanted) => {
    const { api } = built(specOf({ ...openapi({ "/a": { get: { security: [] } } }), ...document }));
    expect([api.declaresTokens, api.securitySchemes]).toEqual([wanted, {}]);
  });

  it.each<Json>([null, "x", [], { title: 1 }])("does without info that is %j", (info) => {
    const { api } = built(specOf(openapi({ "/a": { get: {} } }, {}, { info })));
    expect([api.title, api.description]).toEqual([undefined, undefined]);
  });

  it("has the security schemes that its operations name", () => {
    const securitySchemes: JsonObject = {
      key: { type: "apiKey", in: "header", name: "X-Key", description: "d" },
      nowhere: { type: "apiKey", in: "body", name: "X" },
      basic: { type: "http", scheme: "Basic" },
      bare: { type: "http", deprecated: true },
      oauth: {
        type: "oauth2",
        flows: { implicit: { scopes: { read: "Read", write: 1 } }, password: { scopes: { admin: "Admin" } }, x: null },
      },
      openId: { type: "openIdConnect", openIdConnectUrl: "https://x" },
      tls: { type: "mutualTLS" },
      placeless: { type: "apiKey", name: "X-Key" },
      other: { type: "x" },
      reference: { $ref: "#/components/securitySchemes/tls" },
      text: "x",
      unused: { type: "mutualTLS" },
    };
    const names = Object.keys(securitySchemes).filter((name) => name !== "unused");
    const security = [...names, "__proto__", "constructor"].map((name) => parsed(`{${JSON.stringify(name)}:[]}`));
    const { api, diagnostics } = built(specOf(openapi({ "/a": { get: { security } } }, { securitySchemes })));
    const at = (name: string, deprecated = false) => ({
      deprecated,
      source: { file: "openapi.json", pointer: `/components/securitySchemes/${name}` },
    });
    expect(api.securitySchemes).toEqual({
      key: { type: "apiKey", name: "X-Key", in: "header", description: "d", ...at("key") },
      basic: { type: "http", scheme: "basic", ...at("basic") },
      bare: { type: "http", scheme: "", ...at("bare", true) },
      oauth: { type: "oauth2", scopes: { read: "Read", write: "", admin: "Admin" }, ...at("oauth") },
      openId: { type: "openIdConnect", url: "https://x", ...at("openId") },
      tls: { type: "mutualTLS", ...at("tls") },
      reference: { type: "mutualTLS", ...at("tls") },
    });
    expect(diagnostics.map(({ code, message, location }) => [code, message, location?.pointer])).toEqual([
      [
        "B44-113",
        'The security scheme "nowhere" has `in`: "body", which is not a valid location.',
        "/components/securitySchemes/nowhere",
      ],
      ["B44-113", 'The security scheme "placeless" has no `in`.', "/components/securitySchemes/placeless"],
      ["B44-113", 'The security scheme "other" has the unknown type "x".', "/components/securitySchemes/other"],
    ]);
  });

  it.each<[scheme: JsonObject, help: string]>([
    [{ type: "apiKey", in: "body" }, "Write `in: header`, `query` or `cookie`."],
    [{ type: "x" }, "The types are `apiKey`, `http`, `oauth2`, `openIdConnect` and `mutualTLS`."],
  ])("says what to write for the security scheme %j", (scheme, help) => {
    const spec = specOf(
      openapi({ "/a": { get: { security: [{ s: [] }], responses: {} } } }, { securitySchemes: { s: scheme } }),
    );
    expect(built(spec).diagnostics.map((one) => one.help)).toContain(help);
  });

  it.each([
    ["todos", 'Write "/todos" in the spec, or ask its author to.'],
    ["https://a.co/todos", 'Write "/todos" as the path, and move the part before it to `servers`: [{ url: … }].'],
    ["HTTP://a.co", 'Write "/" as the path, and move the part before it to `servers`: [{ url: … }].'],
  ])("says what to write for the path %s", (path, help) => {
    expect(built(specOf(openapi({ [path]: { get: { responses: {} } } }))).diagnostics.map((one) => one.help)).toContain(
      help,
    );
  });

  it("has the reached schemas, in the document's order; an invalid one allows anything", () => {
    const refs = ["C", "B", "A", "N", "T"].map((key) => ({ $ref: `#/components/schemas/${key}` }));
    const schemas = { A: { type: "string" }, X: {}, B: false, C: {}, N: null, T: "text" };
    const { api, diagnostics } = built(specOf(openapi({ "/a": { get: answering({ anyOf: refs }) } }, { schemas })));
    expect(api.schemas.map(({ key, schema, source }) => [key, schema, source.pointer])).toEqual([
      ["A", { type: "string" }, "/components/schemas/A"],
      ["B", false, "/components/schemas/B"],
      ["C", {}, "/components/schemas/C"],
      ["N", true, "/components/schemas/N"],
      ["T", true, "/components/schemas/T"],
    ]);
    expect(diagnostics.map(({ code, location }) => [code, location?.pointer])).toEqual([
      ["B44-401", "/components/schemas/N"],
      ["B44-401", "/components/schemas/T"],
    ]);
  });

  it("reads a schema in place of a request body or response as JSON content", () => {
    const object = { type: "object" };
    const operation = { requestBody: object, responses: { 200: { $ref: "#/components/schemas/S" }, 400: object } };
    const { api } = built(specOf(openapi({ "/a": { post: operation } }, { schemas: { S: object } })));
    const [{ requestBody, responses } = {}] = api.operations;
    const schemas = [requestBody, ...(responses ?? [])].flatMap((holder) =>
      holder?.content.map(({ isJson, schema }) => [isJson, schema]),
    );
    expect(schemas).toEqual([
      [true, object],
      [true, { $ref: "#/components/schemas/S" }],
      [true, object],
    ]);
  });

  it("reports parts that are not schemas, equal ones once", () => {
    const string = { type: "string" };
    const rows: [given: string, schema: JsonObject, want: [path: string, about: string][]][] = [
      [
        "all kinds that are right",
        { properties: { a: { type: ["string", "null"] }, b: true }, items: [string, false] },
        [],
      ],
      [
        "names that authors use for types",
        { properties: { a: { type: "any" }, b: { type: "Int" }, c: { type: "uuid" } } },
        [],
      ],
      ["nothing where a schema may stand", { properties: null, items: null, additionalProperties: false }, []],
      ["properties called as keywords", { properties: { type: string, items: string, allOf: string } }, []],
      [
        "strings that are data",
        { type: "object", example: { type: "x" }, default: { items: 1 }, enum: [{ allOf: 1 }] },
        [],
      ],
      ["an invalid type", { properties: { a: { type: "strng" } } }, [["/properties/a/type", 'type "strng"']]],
      ["one among others", { type: ["string", "strng"] }, [["/type", 'type "strng"']]],
      ["a type that is not a string", { anyOf: [{ type: { a: 1 } }] }, [["/anyOf/0/type", "type an object"]]],
      [
        "a name in place of a schema",
        { properties: { "a/b": "x" } },
        [["/properties/a~1b", '`properties` contains "x"']],
      ],
      ["values that are not an array", { enum: "a" }, [["/enum", '`enum` contains "a"']]],
      ["no types at all", { type: [] }, [["/type", "array of types is empty"]]],
      ["null in a choice", { anyOf: [string, null] }, [["/anyOf/1", "`anyOf` contains null"]]],
      ["names that are not an array", { required: "a" }, [["/required", '`required` contains "a"']]],
      [
        "an array of values that are not names",
        { required: ["a", 1] },
        [["/required", "`required` contains 1, but must contain only names"]],
      ],
      ["true for names", { items: { required: true } }, [["/items/required", "`required` contains true"]]],
      [
        "required as the older drafts have it",
        { required: false, properties: { a: { required: true }, b: { required: false } } },
        [],
      ],
      [
        "a flag that is a string",
        { properties: { a: { nullable: "true" }, b: { readOnly: "no" } } },
        [
          ["/properties/a/nullable", 'contains "true", but must contain true or false; it is read as true'],
          ["/properties/b/readOnly", "it is read as false"],
        ],
      ],
      ["an invalid flag", { nullable: "maybe" }, [["/nullable", 'contains "maybe", but must contain true or false']]],
      ["a flag that is right, or false in any case", { anyOf: [{ nullable: true }, { nullable: "False" }] }, []],
      ["in an array", { items: "x" }, [["/items", '`items` contains "x"']]],
      ["in a choice", { oneOf: [string, 1] }, [["/oneOf/1", "`oneOf` contains 1"]]],
      [
        "of other values",
        { additionalProperties: "true" },
        [["/additionalProperties", '`additionalProperties` contains "true"']],
      ],
      ["one in place of an array", { allOf: string }, [["/allOf", "`allOf` contains an object"]]],
      ["an array in place of names", { properties: [string] }, [["/properties", "`properties` contains an array"]]],
      [
        "an array in place of names by pattern",
        { patternProperties: [string] },
        [["/patternProperties", "`patternProperties` contains an array"]],
      ],
      [
        "of values that are not evaluated",
        { unevaluatedProperties: "true" },
        [["/unevaluatedProperties", '`unevaluatedProperties` contains "true"']],
      ],
      [
        "items of an object",
        { type: "object", items: string },
        [["/items", "object has `items`, which applies only to arrays"]],
      ],
      [
        "properties of an array",
        { type: "array", items: string, properties: { a: { type: "x" } } },
        [["/properties", "array has `properties`, which applies only to objects"]],
      ],
      [
        "what may say something, or nothing is said by",
        { type: ["array", "object"], items: { type: "object", items: {} }, properties: { a: string } },
        [],
      ],
      [
        "the same again",
        { items: { items: "x", not: {} }, properties: { a: { items: "x" } } },
        [["/items/items", '`items` contains "x", but must contain a schema, here and in 1 more place']],
      ],
    ];
    for (const [given, schema, want] of rows) {
      const { diagnostics } = built(specOf(openapi({ "/a": { get: answering(schema) } })));
      const place = "/paths/~1a/get/responses/200/content/application~1json/schema";
      expect(
        diagnostics.map(({ code, location }) => `${code} ${location?.pointer}`),
        given,
      ).toEqual(want.map(([path]) => `B44-401 ${place}${path}`));
      for (const [index, [, about]] of want.entries()) expect(diagnostics[index]?.message, given).toContain(about);
    }
  });

  it.each<[version: string, items: Json, message: string | undefined]>([
    [
      "3.0.3",
      [{ type: "string" }],
      "an array of schemas, but must contain a schema; they are read as the items in order.",
    ],
    ["3.0.3", [{}, {}], "an array of schemas, but must contain a schema; they are read as the items in order."],
    ["3.0.3", [], "an array, but must contain a schema; it is ignored."],
    ["3.0.3", {}, undefined],
    ["3.1.0", [{}, {}], undefined],
  ])("says so of a list under items where there are no tuples: %s %j", (openapiVersion, items, message) => {
    const rest = { openapi: openapiVersion };
    const { diagnostics } = built(specOf(openapi({ "/a": { get: answering({ type: "array", items }) } }, {}, rest)));
    expect(diagnostics.map(({ code, message: said }) => [code, said])).toEqual(
      message === undefined ? [] : [["B44-401", `\`items\` contains ${message}`]],
    );
  });

  it("reports additionalProperties among the properties", () => {
    const get = answering({ type: "object", properties: { additionalProperties: { type: "object" } } });
    const { diagnostics } = built(specOf(openapi({ "/a": { get } })));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "B44-401",
        "`properties` contains only `additionalProperties`, a keyword that belongs beside it; it is read as that keyword.",
      ],
    ]);
  });

  it.each<[schema: JsonObject, message: string]>([
    [
      { items: [{ type: "string" }, { type: "null" }] },
      "`items` contains an array of schemas, but must contain a schema; they are read as alternatives.",
    ],
    [
      { items: { anyOf: [{ type: "object" }, { nullable: true }] } },
      "`items` contains alternatives, but the schema has no `type`; they are read as alternatives for the value itself, not for the items of an array.",
    ],
    [
      { type: "object", items: { anyOf: [{ type: "object" }, { type: "object" }] } },
      "`items` contains alternatives, but the schema is an object; they are read as alternatives for the value itself, not for the items of an array.",
    ],
  ])("reports alternatives under items of no array: %j", (schema, message) => {
    const get = answering(schema);
    const { diagnostics } = built(specOf(openapi({ "/a": { get } }, {}, { openapi: "3.0.3" })));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([["B44-401", message]]);
  });

  it.each<[what: string, schema: JsonObject, wanted: string[]]>([
    ["in other case", { anyof: [{}], Type: "string" }, ["anyof anyOf", "Type type"]],
    ["with a slip", { propertes: { a: {} }, require: ["a"] }, ["propertes properties", "require required"]],
    ["one more letter", { type: "string", enums: ["a"] }, ["enums enum"]],
    ["a reference without its dollar, or with a space", { ref: "#/a", "$ref ": "#/b" }, ["ref $ref", "$ref  $ref"]],
    ["that close an object", { additionalproperties: false }, ["additionalproperties additionalProperties"]],
    ["that say nothing", { readonly: false, "x-type": "a", typ: null }, []],
    ["beside those that are meant", { readOnly: true, readonly: true }, []],
    ["that are others", { title: "T", const: 1, not: {}, format: "date", example: 1, minItems: 1, item_type: "a" }, []],
  ])("says what is meant by keywords that are none: %s", (_what, schema, wanted) => {
    const { diagnostics } = built(specOf(openapi({ "/a": { get: answering(schema) } })));
    expect(diagnostics.map(({ code, location, help }) => [code, location?.pointer, help])).toEqual(
      wanted.map((pair) => {
        const [, keyword, meant] = /^(.*) (\S+)$/.exec(pair) ?? [];
        const place = `/paths/~1a/get/responses/200/content/application~1json/schema/${keyword}`;
        return ["B44-401", place, `Did you mean \`${meant}\`?`];
      }),
    );
  });

  it("reports schemas in the content of a parameter, and of the items of a stream", () => {
    const wrong = { enum: "a" };
    const parameters = [{ name: "p", in: "query", content: { "application/json": { schema: wrong } } }];
    const content = { "application/jsonl": { itemSchema: { properties: [] } } };
    const operation = { parameters, responses: { 200: { description: "", content } } };
    const { diagnostics } = built(specOf(openapi({ "/a": { get: operation } })));
    expect(diagnostics.map(({ code, location }) => `${code} ${location?.pointer}`).sort()).toEqual([
      "B44-401 /paths/~1a/get/parameters/0/content/application~1json/schema/enum",
      "B44-401 /paths/~1a/get/responses/200/content/application~1jsonl/itemSchema/properties",
    ]);
  });

  it("counts the rest if there are many", () => {
    const properties = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`p${index}`, { type: `t${index}` }]),
    );
    const { diagnostics } = built(specOf(openapi({ "/a": { get: answering({ properties }) } })));
    expect(diagnostics.length).toBe(31);
    expect(diagnostics.at(-1)?.message).toBe("Schemas have 10 more such errors, the first of them here.");
  });

  it("reports once a path without a leading slash", () => {
    const { diagnostics } = built(
      specOf(openapi({ "a/b": { get: answering(true), post: answering(true) }, "?c=d": { get: answering(true) } })),
    );
    expect(diagnostics.map(({ code, location }) => [code, location?.pointer])).toEqual([["B44-113", "/paths/a~1b"]]);
  });

  it("reports an empty path", () => {
    const { api, diagnostics } = built(specOf(openapi({ "": { get: answering(true) } })));
    expect(api.operations.map(({ id, name }) => [id, name])).toEqual([["get:", "getRoot"]]);
    expect(diagnostics.map(({ code, location }) => [code, location?.pointer])).toEqual([["B44-113", "/paths/"]]);
  });

  it("keeps every key that is a member of every object", () => {
    const root = parsed(`{
      "openapi": "3.1.0",
      "paths": { "/{__proto__}": { "get": {
        "parameters": [{ "name": "__proto__", "in": "path" }],
        "security": [{ "__proto__": ["constructor"] }],
        "responses": { "200": { "description": "", "content": { "application/json": { "schema": {
          "properties": { "__proto__": { "$ref": "#/components/schemas/__proto__" }, "constructor": { "const": 1 } }
        } } } } }
      } } },
      "components": {
        "schemas": { "__proto__": { "required": ["__proto__"] } },
        "securitySchemes": { "__proto__": { "type": "oauth2", "flows": { "__proto__": { "scopes": { "__proto__": "s" } } } } }
      }
    }`);
    const text = JSON.stringify(built(specOf(root)).api);
    expect(text).toContain('"securitySchemes":{"__proto__":{"type":"oauth2","scopes":{"__proto__":"s"},');
    expect(text).toContain('"security":[{"__proto__":["constructor"]}]');
    expect(text).toContain(
      '{"properties":{"__proto__":{"$ref":"#/components/schemas/__proto__"},"constructor":{"const":1}}}',
    );
    expect(text).toContain(
      '"key":"__proto__","name":"Proto","requestName":"ProtoRequest","schema":{"required":["__proto__"]}',
    );
  });
});

/** A document with something of everything, for the properties below. */
const everything = openapi(
  {
    "/pets/{petId}": {
      parameters: [
        { $ref: "#/components/parameters/petId" },
        { name: "q", in: "query", style: "deepObject", schema: { type: "object" } },
      ],
      get: answering(
        { $ref: "#/components/schemas/Pet" },
        { operationId: "getPet", tags: ["Pets"], security: [{ key: [], oauth: ["read"] }] },
      ),
      put: {
        requestBody: { $ref: "#/components/requestBodies/pet" },
        responses: {
          200: { $ref: "#/components/responses/pet" },
          "4XX": { description: "no" },
          default: { description: "other", headers: { H: { $ref: "#/components/headers/h" } } },
        },
        servers: [{ url: "https://{region}.example.com", variables: { region: { default: "eu" } } }],
        callbacks: { c: { $ref: "#/components/callbacks/c" } },
      },
    },
    "/files": {
      additionalOperations: { COPY: { parameters: [{ name: "X-To", in: "header", schema: { const: "a" } }] } },
    },
  },
  {
    schemas: {
      Pet: {
        type: "object",
        properties: { toys: { type: "array", items: { $ref: "#/components/schemas/Toy" } } },
        discriminator: { propertyName: "t", mapping: { a: "#/components/schemas/Toy" } },
      },
      Toy: { anyOf: [{ $ref: "#/components/schemas/Pet" }, { type: "string", nullable: true }] },
    },
    parameters: { petId: { name: "petId", in: "path", required: true, schema: { type: "integer" } } },
    requestBodies: {
      pet: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } },
    },
    responses: {
      pet: {
        description: "OK",
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/Toy" },
            examples: { e: { $ref: "#/components/examples/e" } },
          },
        },
      },
    },
    headers: { h: { schema: { type: "string" } } },
    examples: { e: { value: 1 } },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      oauth: { type: "oauth2", flows: { implicit: { scopes: { read: "r" } } } },
    },
  },
);

describe("the intermediate representation", () => {
  it("is plain data: JSON preserves it", () => {
    const { api } = built(specOf(everything));
    expect(JSON.parse(JSON.stringify(api))).toEqual(api);
    expect(api.operations).toHaveLength(3);
  });

  it("has a schema for every reference", () => {
    const { api } = built(specOf(everything));
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1]);
    const known = api.schemas.map(({ key }) => `#/components/schemas/${key}`);
    expect(new Set(refs)).toEqual(new Set(known));
  });
});

describe("for any document", () => {
  const refs = [...JSON.stringify(everything).matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1]!);
  const anyRef = fc.constantFrom(
    ...refs,
    "#",
    "",
    "#/",
    "#/paths",
    "#/components",
    "#/info/title",
    "#/constructor",
    "x.json",
    "#x",
    "stdin:",
    "http://[",
    "#/%E0%A4%A",
    "Pet",
  );
  const anyKey = fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "",
    "a/b",
    "~",
    "%",
    "日本",
    "$ref",
    "\ud800",
    "properties",
    "x-a",
  );
  const anyValue: fc.Arbitrary<Json> = fc.oneof(
    fc.constantFrom<Json>(null, 1, "a", true, [], {}, [null, {}], { a: null }),
    anyRef.map(($ref) => ({ $ref })),
    anyRef.map(($ref) => [{ $ref }]),
    anyRef.map(($dynamicRef) => ({ $dynamicRef })),
    anyRef.map(($ref) => ({ $ref, properties: { $ref } })),
  );
  /** What happens to the values of the document, one after the other: mostly nothing. */
  const anyChanges = fc.array(fc.record({ at: fc.nat(300), value: anyValue, key: fc.option(anyKey) }), {
    minLength: 1,
    maxLength: 12,
  });

  function changed(root: JsonObject, changes: readonly { at: number; value: Json; key: string | null }[]): JsonObject {
    let position = 0;
    const copy = (value: Json): Json => {
      const change = changes.find(({ at }) => at === position++);
      if (change && change.key === null) return change.value;
      if (Array.isArray(value)) return value.map(copy);
      if (!isObject(value)) return value;
      const result: JsonObject = {};
      for (const [index, [key, child]] of Object.entries(value).entries())
        setMember(result, change && index === 0 ? (change.key ?? key) : key, copy(child));
      return result;
    };
    return { ...root, ...Object.fromEntries(["paths", "components"].map((key) => [key, copy(root[key] as Json)])) };
  }

  it.each(["3.1.0", "3.0.3"])("it is built or refused with a diagnostic (%s)", (version) => {
    let count = 0;
    fc.assert(
      fc.property(anyChanges, fc.constantFrom("json" as const, "yaml" as const), (changes, format) => {
        const spec = specOf(
          { ...changed(everything, changes), openapi: version },
          { "x.json": { $ref: "openapi.json" } },
          format,
        );
        for (const { id } of spec.entries) {
          try {
            JSON.stringify(built(spec, new Set([id])).api);
            count++;
          } catch (error) {
            if (!(error instanceof DiagnosticError)) throw error;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(150);
  });
});

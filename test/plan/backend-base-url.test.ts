import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import type { Plan } from "../../src/plan/index.js";
import type { Connection } from "../../src/runtime/functions/b44-definition.js";
import { answering, built, openapi, specOf, thrownBy } from "../support/pipeline.js";
import { backendOf, backendOperation, planned, type TestWay } from "./support.js";

const get = answering(true);
const calendar: Connection = { kind: "shared", type: "googlecalendar" };
const sharePoint: Connection = { kind: "shared", type: "share_point" };

/** The API of a document with these servers, read from this place. */
function apiWith(servers: Json | undefined, spec = "openapi.json", paths: JsonObject = { "/a": { get } }) {
  const rest: JsonObject = { security: [], ...(servers === undefined ? {} : { servers }) };
  return { ...built(specOf(openapi(paths, {}, rest))).api, spec, address: spec };
}

const urls = (...list: string[]) => list.map((url) => ({ url }));

describe("the base URL", () => {
  const variable = (value: string): Json => [
    {
      url: "https://{region}.example.com/{version}",
      variables: { region: { default: value }, version: { default: "v2" } },
    },
  ];

  it.each<[what: string, servers: Json, spec: string | undefined, way: TestWay, wanted: string]>([
    ["the server's", urls("https://example.com/v1"), undefined, {}, "https://example.com/v1"],
    ["without slashes at the end", urls("https://example.com/v1//"), undefined, {}, "https://example.com/v1"],
    ["without a query or fragment", urls("https://example.com/v1?a=b#c"), undefined, {}, "https://example.com/v1"],
    ["of plain http", urls("http://localhost:8080"), undefined, {}, "http://localhost:8080"],
    [
      "of https, if that is offered too",
      urls("http://a.example/v1/", "https://a.example/v1"),
      undefined,
      {},
      "https://a.example/v1",
    ],
    [
      "of https on its own port",
      urls("http://a.example", "https://a.example:443"),
      undefined,
      {},
      "https://a.example:443",
    ],
    [
      "of the first host, by plain http",
      urls("http://a.example", "https://b.example"),
      undefined,
      {},
      "http://a.example",
    ],
    [
      "of the first path, by plain http",
      urls("http://a.example/1", "https://a.example/2"),
      undefined,
      {},
      "http://a.example/1",
    ],
    ["with its scheme in capitals", urls("HTTPS://example.com"), undefined, {}, "HTTPS://example.com"],
    ["of the first server that has a host", urls("/v1", "https://example.com"), undefined, {}, "https://example.com"],
    [
      "without user and password",
      urls("https://u:p@a.example", "https://b.example"),
      undefined,
      {},
      "https://b.example",
    ],
    ["without a scheme", urls("//example.com/v1"), undefined, {}, "https://example.com/v1"],
    ["without a scheme and slashes", urls("api.acme.com/v1"), undefined, {}, "https://api.acme.com/v1"],
    ["of two names", urls("acme.io:8443"), undefined, {}, "https://acme.io:8443"],
    [
      "of a name with a variable",
      [{ url: "{region}.acme.com", variables: { region: { default: "eu" } } }],
      "https://api.example.com/docs/spec.json",
      {},
      "https://eu.acme.com",
    ],
    ...["v1.2.beta/a", "api/index.php", "rest.svc", "acme.json", "acme.local"].map(
      (path): [string, Json, string, TestWay, string] => [
        `relative, as ${path}`,
        urls(path),
        "https://api.acme.com/docs/spec.json",
        {},
        `https://api.acme.com/docs/${path}`,
      ],
    ),
    ["relative to the spec", urls("/v1"), "https://api.example.com/docs/spec.json", {}, "https://api.example.com/v1"],
    [
      "relative to its folder",
      urls("v1"),
      "https://api.example.com/docs/spec.json",
      {},
      "https://api.example.com/docs/v1",
    ],
    ["the spec's own origin", urls("/"), "https://api.example.com/docs/spec.json", {}, "https://api.example.com"],
    ["variables at their defaults", variable("eu"), undefined, {}, "https://eu.example.com/v2"],
    [
      "the config's",
      urls("https://example.com"),
      undefined,
      { baseUrl: "https://eu.example/v3/" },
      "https://eu.example/v3",
    ],
    ["the config's if there is none", [], undefined, { baseUrl: "https://eu.example" }, "https://eu.example"],
  ])("%s", (_, servers, spec, way, wanted) => {
    expect(backendOf(planned(apiWith(servers, spec), way)).baseUrl).toBe(wanted);
  });

  it.each<[what: string, servers: Json | undefined, spec: string | undefined, problem: RegExp]>([
    ["no servers", undefined, undefined, /the spec names no server\./],
    ["an empty array", [], undefined, /the spec names no server\./],
    ["a relative server of a file", urls("/v1"), undefined, /the URL of the spec's server has no host\./],
    [
      "a host that is a variable",
      urls("https://{tenant}.example.com"),
      undefined,
      /the variable tenant in the host of the spec's server has no default\./,
    ],
    [
      "user and password",
      urls("https://user:pw@a.example"),
      undefined,
      /: the URL of the spec's server contains credentials\.$/,
    ],
    ["a user", urls("//user@{host}"), undefined, /: the URL of the spec's server contains credentials\.$/],
    ["another scheme", urls("ftp://example.com"), undefined, /the URL of the spec's server has no host\./],
    ["another scheme, from the network", urls("wss://a.dev", "localhost:80"), "https://b.dev/a.json", /has no host\./],
    ["text", urls("https://ex ample.com"), undefined, /the URL of the spec's server has no host\./],
  ])("is not known with %s", (_, servers, spec, problem) => {
    const [found, ...more] = thrownBy(() => planned(apiWith(servers, spec)));
    expect([found?.code, found?.severity, more]).toEqual(["B44-310", "error", []]);
    expect(found?.message).toMatch(/^The base URL of my-api is unknown: /);
    expect(found?.message).toMatch(problem);
  });
});

describe("credentials over plain http", () => {
  const secured = { ...get, security: [{ key: [] }] };
  const components: JsonObject = { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } };
  const said = (plan: Plan) => plan.diagnostics.filter(({ code }) => code === "B44-325");

  it.each<[what: string, url: string, way: TestWay, wanted: boolean]>([
    ["are reported", "http://a.dev/v1", { secrets: { key: "KEY" } }, true],
    ["are reported in a header of the config", "http://a.dev", { headers: { a: { secret: "A" } } }, true],
    ["are reported for a connector's token", "http://a.dev", { connection: { kind: "workspace", id: "c0ffee" } }, true],
    ["are none if nothing is sent", "http://a.dev", { headers: { a: "b" } }, false],
    ["do not go by https", "https://a.dev", { secrets: { key: "KEY" } }, false],
    ["do not leave the machine", "http://localhost:8080/v1", { secrets: { key: "KEY" } }, false],
    ["do not leave the machine by its address", "http://127.0.0.1", { secrets: { key: "KEY" } }, false],
    ["are not sent without a URL", "http://a.example", { secrets: { key: "KEY" } }, false],
    ["are meant in the config", "https://a.dev", { secrets: { key: "KEY" }, baseUrl: "http://b.dev" }, false],
  ])("%s", (_, url, way, wanted) => {
    const operation = way.secrets || way.connection ? secured : get;
    const api = built(specOf(openapi({ "/a": { get: operation } }, components, { servers: urls(url) }))).api;
    const found = said(planned(api, way));
    expect(found.map(({ severity, setting, message, help }) => [severity, setting, message, help])).toEqual(
      wanted
        ? [
            [
              "warning",
              ["baseUrl"],
              `Calls of my-api send credentials to ${url} over plain http, where others can read them (get:/a).`,
              `If the API supports https, set it in the API's config entry: baseUrl: "${url.replace("http:", "https:")}".`,
            ],
          ]
        : [],
    );
  });

  it("are reported for operations with their own servers", () => {
    const paths: JsonObject = {
      "/a": { get: secured },
      "/b": { get: { ...secured, servers: urls("http://b.dev") } },
      "/c": { servers: urls("http://c.dev", "https://c.dev"), get: secured },
      "/d": { servers: urls("http://d.dev"), get },
    };
    const api = built(specOf(openapi(paths, components, { servers: urls("https://a.dev") }))).api;
    const plan = planned(api, { secrets: { key: "KEY" } });
    expect(said(plan).map(({ message, location, setting }) => [message, location?.pointer, setting])).toEqual([
      [expect.stringContaining("http://b.dev over plain http"), "/paths/~1b/get/servers/0", undefined],
    ]);
    expect(backendOperation(plan, "get:/c").baseUrl).toBe("https://c.dev");
  });
});

describe("a placeholder server", () => {
  const said = (plan: Plan) => plan.diagnostics.filter(({ code }) => code === "B44-337").map(({ message }) => message);

  it.each([
    ...[
      "https://example.com/v1",
      "https://api.example.org",
      "https://a.example",
      "https://crm.test",
      "https://x.invalid",
    ],
    ...["http://printer.local:8080", "http://localhost:3000", "http://127.0.0.1", "http://[::1]:80", "http://0.0.0.0"],
    ...["https://your-domain.atlassian.net", "https://yourcompany.crm.dev", "https://api.acme.com/{version}"],
    ...["http://HOSTNAME/api/v3", "https://none/v1", "https://none.crm.dev", "https://accountname.crm.dev"],
    ...["http://192.168.1.5:8990", "http://10.0.0.1", "http://172.20.0.1", "http://169.254.169.254/metadata"],
  ])("%s is told of", (url) => {
    const found = planned(apiWith(urls(url))).diagnostics.filter(({ code }) => code === "B44-337");
    expect(found.map(({ message, setting }) => [message, setting])).toEqual([
      [expect.stringMatching(/^Calls of my-api go to .*, (?:which|in which) .* \(get:\/a\)\.$/), ["baseUrl"]],
    ]);
  });

  it.each([
    "https://yourls.acme.com",
    "https://example.acme.com",
    "https://contest.com",
    "https://local.acme.com",
    "http://172.32.0.1",
    "https://10.acme.com",
    "https://[2001:db8::1]",
  ])("%s is none", (url) => expect(said(planned(apiWith(urls(url))))).toEqual([]));

  it("is passed over for another one", () => {
    const plan = planned(apiWith(urls("http://localhost:8080", "https://example.com", "https://api.acme.com")));
    expect([backendOf(plan).baseUrl, said(plan)]).toEqual(["https://api.acme.com", []]);
  });

  it("is not reported if the config has the base URL, or a connection fills it in", () => {
    for (const baseUrl of ["http://localhost:1", "https://example.com"]) {
      expect(said(planned(apiWith(urls("https://example.com")), { baseUrl }))).toEqual([]);
    }
    const filled = urls("https://api.acme.com/{account}");
    expect(said(planned(apiWith(filled), { connection: { kind: "workspace", id: "c0ffee" } }))).toEqual([]);
    expect(
      said(planned(apiWith(urls("https://a.test")), { connection: { kind: "workspace", id: "c0ffee" } })),
    ).toHaveLength(1);
    expect(said(planned(apiWith(urls("https://a.test")), { connection: { kind: "metered", type: "acme" } }))).toEqual(
      [],
    );
  });

  it("is reported for operations with their own servers", () => {
    const paths: JsonObject = { "/a": { get }, "/b": { get: { ...get, servers: urls("https://up.example.com") } } };
    const found = planned(apiWith(urls("https://api.acme.com"), "openapi.json", paths)).diagnostics;
    expect(found.map(({ code, message, location }) => [code, message, location?.pointer])).toEqual([
      [
        "B44-337",
        expect.stringContaining("https://up.example.com, which is a placeholder (get:/b)"),
        "/paths/~1b/get/servers/0",
      ],
    ]);
  });
});

describe("which server of several is used, and with which host variables, is reported", () => {
  const said = (servers: Json, way: TestWay = {}) =>
    planned(apiWith(servers), way)
      .diagnostics.filter(({ code }) => code === "B44-338")
      .map(({ message }) => message);
  const variables: Json = { dc: { default: "us1" }, v: { default: "3" } };

  it.each<[what: string, servers: Json, wanted: string[]]>([
    ["of one", urls("https://a.dev"), []],
    ["of one, by http and https", urls("http://a.dev/v1", "https://a.dev/v1/"), []],
    [
      "of two",
      urls("https://sandbox.a.dev", "https://a.dev"),
      ["https://sandbox.a.dev, and not to https://a.dev, which the spec also names."],
    ],
    [
      "of many",
      urls(..."abcdef".split("").map((name) => `https://${name}.dev`)),
      ["https://a.dev, and not to https://b.dev, https://c.dev, https://d.dev and 2 more, which the spec also names."],
    ],
    [
      "with a variable in the host",
      [{ url: "https://{dc}.a.dev/{v}", variables }],
      ["https://us1.a.dev/3, where dc has its default."],
    ],
    [
      "with a variable that holds the path",
      [{ url: "https://a.dev{path}", variables: { path: { default: "/v1" } } }],
      [],
    ],
    ["beside what only stands for one", urls("https://a.dev", "https://api.example.com", "http://localhost"), []],
    ["with a variable in the path", [{ url: "https://a.dev/{v}", variables }], []],
    [
      "that is a variable",
      [{ url: "{base}/v1", variables: { base: { default: "https://a.dev" } } }],
      ["https://a.dev/v1, where base has its default."],
    ],
  ])("%s", (_, servers, wanted) => {
    expect(said(servers)).toEqual(wanted.map((text) => `Calls of my-api go to ${text}`));
    expect(said(servers, { baseUrl: "https://b.dev" })).toEqual([]);
  });

  it("in one message", () => {
    const own = { ...get, servers: [{ url: "https://{dc}.b.dev", variables }] };
    const api = apiWith(urls("https://a.dev", "https://c.dev"), "openapi.json", { "/a": { get }, "/b": { get: own } });
    expect(planned(api).diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        "B44-338",
        "info",
        "Calls of my-api go to https://a.dev, and not to https://c.dev, which the spec also names; to https://us1.b.dev, where dc has its default.",
      ],
    ]);
  });
});

describe("the base URL behind a connector", () => {
  it.each<[what: string, servers: Json, connection: Connection, way: TestWay, wanted: string]>([
    [
      "a server of the connector",
      urls("https://www.googleapis.com/calendar/v3"),
      calendar,
      {},
      "https://www.googleapis.com/calendar/v3",
    ],
    ["the catalogue's", [], calendar, {}, "https://www.googleapis.com/calendar/v3"],
    ["the catalogue's for a relative server", urls("/v9"), calendar, {}, "https://www.googleapis.com/calendar/v3"],
    [
      "the config's",
      urls("https://evil.example"),
      calendar,
      { baseUrl: "https://proxy.example" },
      "https://proxy.example",
    ],
    [
      "one that the connection says",
      urls("https://graph.example/v1"),
      sharePoint,
      {},
      "https://{subdomain}.sharepoint.com",
    ],
    [
      "the spec's for a type that is not known",
      urls("https://a.example"),
      { kind: "shared", type: "acme" },
      {},
      "https://a.example",
    ],
    [
      "the spec's for a workspace's",
      urls("https://a.example"),
      { kind: "workspace", id: "c0ffee" },
      {},
      "https://a.example",
    ],
  ])("%s", (_, servers, connection, way, wanted) => {
    expect(backendOf(planned(apiWith(servers), { connection, ...way })).baseUrl).toBe(wanted);
  });

  it.each([
    "https://evil.example/calendar/v3",
    "http://www.googleapis.com/calendar/v3",
    "https://www.googleapis.com.evil.example",
    "https://www.googleapis.com:8443",
  ])("refuses the server %s", (url) => {
    const [found, ...more] = thrownBy(() => planned(apiWith(urls(url)), { connection: calendar }));
    expect([found?.code, more]).toEqual(["B44-310", []]);
    expect(found?.message).toMatch(
      /tokens of googlecalendar are for https:\/\/www\.googleapis\.com\S*, not for the spec's server /,
    );
  });
});

describe("servers of operations", () => {
  const paths: JsonObject = {
    "/a": { get },
    "/b": { get: { ...get, servers: urls("https://upload.example.com/") } },
    "/c": { servers: urls("https://files.example.com"), get },
    "/d": { servers: urls("https://example.com/v1/"), get },
  };
  const api = apiWith(urls("https://example.com/v1"), "openapi.json", paths);

  it.each<[id: string, way: TestWay, wanted: string | undefined]>([
    ["get:/a", {}, undefined],
    ["get:/b", {}, "https://upload.example.com"],
    ["get:/c", {}, "https://files.example.com"],
    ["get:/d", {}, undefined],
    ["get:/b", { baseUrl: "https://proxy.example" }, undefined],
  ])("of %s with %j: %s", (id, way, wanted) => {
    expect(backendOperation(planned(api, way), id).baseUrl).toBe(wanted);
  });

  it("exclude an operation whose URL is unknown, which baseUrl fixes", () => {
    const unknown = (id: string): JsonObject => ({
      ...get,
      operationId: id,
      servers: urls("https://{tenant}.example.com"),
    });
    const unsendable: JsonObject = { name: "a b", in: "header", required: true, schema: { type: "string" } };
    const api = apiWith(urls("https://example.com"), "openapi.json", {
      "/a": { get },
      "/b": { get: unknown("b") },
      "/c": { get: { ...unknown("c"), parameters: [unsendable] } },
    });
    const helps = planned(api).diagnostics.filter(({ code }) => code === "B44-309");
    expect(helps.map(({ help }) => help?.includes("baseUrl"))).toEqual([true, false]);
    const baseUrl = "https://all.example";
    expect(planned(api, { baseUrl }).api.operations.map(({ id }) => id)).toEqual(["get:/a", "get:/b"]);
  });

  it("exclude an operation that a token must not be sent to", () => {
    const other = apiWith(urls("https://www.googleapis.com/calendar/v3"), "openapi.json", paths);
    const plan = planned(other, { connection: calendar });
    expect(plan.api.operations.map(({ id }) => id)).toEqual(["get:/a"]);
    const said = plan.diagnostics.filter(({ code }) => code === "B44-309");
    expect(said.map(({ severity, location }) => [severity, location?.pointer])).toEqual([
      ["warning", "/paths/~1b/get"],
      ["warning", "/paths/~1c/get"],
      ["warning", "/paths/~1d/get"],
    ]);
    expect(said[0]?.message).toContain("https://upload.example.com");
  });
});

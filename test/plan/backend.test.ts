import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import type { Connection } from "../../src/runtime/functions/b44-definition.js";
import { answering, built, openapi, specOf, thrownBy } from "../support/pipeline.js";
import { apiOf, backendOf, backendOperation, planned, type TestWay } from "./support.js";

const metered: Connection = { kind: "metered", type: "x" };
const ok = answering(true);
const body = (mediaType: string, required: boolean, schema: Json = { type: "object", properties: { a: {} } }) => {
  return { ...ok, requestBody: { required, content: { [mediaType]: { schema } } } };
};

describe("who may call", () => {
  const api = apiOf({ "/a": { get: ok, post: ok } });

  it.each<[access: TestWay["access"], get: string, post: string]>([
    ["user", "user", "user"],
    ["public", "public", "public"],
    [{ "post:/a": "admin" }, "user", "admin"],
    [{ "post:/a": "admin", "get:/a": "public" }, "public", "admin"],
    [{}, "user", "user"],
  ])("%j", (access = "user", get, post) => {
    const plan = planned(api, { access });
    expect([backendOperation(plan, "get:/a").access, backendOperation(plan, "post:/a").access]).toEqual([get, post]);
  });

  it.each(["put:/a", "GET:/a", "toString", "get:/A"])("is refused for %s, which is not selected", (id) => {
    const found = thrownBy(() => planned(api, { access: { [id]: "admin" } }));
    expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["B44-318", "error", `\`access\` of my-api names ${id}, which is not selected.`],
    ]);
  });
});

describe("what a function cannot carry", () => {
  const json = "application/json";
  const rows: [way: TestWay, method: string, operation: JsonObject, wanted: RegExp | undefined][] = [
    [{}, "get", ok, undefined],
    [{}, "trace", ok, /fetch does not allow the method TRACE/],
    [{}, "get", body(json, true), /fetch does not send a request body with GET/],
    [{}, "head", body(json, true), /fetch does not send a request body with HEAD/],
    [{}, "get", body(json, false), undefined],
    [{}, "delete", body(json, true), undefined],
    [{}, "options", ok, undefined],
    [{}, "post", body("multipart/form-data", true), undefined],
    [{ connection: metered }, "post", body(json, true), undefined],
    [{ connection: metered }, "options", ok, /a metered connector does not support the method OPTIONS/],
    [{ connection: metered }, "post", body("multipart/form-data", true), /a metered connector supports only JSON/],
    [{ connection: metered }, "put", body("multipart/related", true), /a metered connector supports only JSON/],
    [
      { connection: metered },
      "get",
      { ...ok, parameters: [{ in: "header", name: "X-A", schema: {} }] },
      /headers or cookies that vary/,
    ],
    [
      { connection: metered },
      "get",
      { ...ok, parameters: [{ in: "header", name: "X-A", required: true, schema: { const: 1 } }] },
      undefined,
    ],
  ];

  it.each(rows)("%j %s %j: %s", (way, method, operation, wanted) => {
    const api = apiOf(
      { "/a": { [method]: operation }, "/b": { get: ok } },
      {},
      { servers: [{ url: "https://api.x.com" }] },
    );
    const { operations, diagnostics } = planned(api, way);
    const said = diagnostics.filter(({ code }) => code === "B44-309");
    expect(operations.map(({ obstacles }) => obstacles)).toEqual([wanted ? [expect.stringMatching(wanted)] : [], []]);
    const transport = way.connection ? "connector" : "function";
    expect(operations[0]?.transport).toBe(wanted ? null : transport);
    expect(said.map(({ severity, location }) => [severity, location?.pointer])).toEqual(
      wanted ? [["warning", `/paths/~1a/${method}`]] : [],
    );
  });

  it.each([
    ["M-SEARCH", []],
    ["Copy", []],
    ["TRACK", ["fetch does not allow the method TRACK"]],
    ["two words", ['"two words" is not a valid HTTP method']],
    ["a\n", ['"a\\n" is not a valid HTTP method']],
  ])("of another method: %j", (method, wanted) => {
    const { operations } = planned(apiOf({ "/a": { additionalOperations: { [method]: ok }, get: ok } }));
    expect(operations.map(({ obstacles }) => obstacles)).toEqual([[], wanted]);
  });

  it("is an error if it was named", () => {
    const spec = specOf(openapi({ "/a": { trace: ok, get: ok } }, {}, { servers: [{ url: "https://example.com" }] }));
    const { api } = built(spec, ["trace:/a", "get:/a"]);
    expect(thrownBy(() => planned(api)).map(({ code, severity }) => [code, severity])).toEqual([["B44-309", "error"]]);
  });

  it("is an error if no operation is left", () => {
    const found = thrownBy(() => planned(apiOf({ "/a": { trace: ok } })));
    expect(found.map(({ code }) => code)).toEqual(["B44-309", "B44-201"]);
    expect(found[1]?.help).toMatch(/^The B44-309 messages say why\./);
  });

  it("drops a body of GET without effect, and keeps that of POST", () => {
    const plan = planned(apiOf({ "/a": { get: body("text/plain", false), post: body("text/plain", false) } }));
    expect(plan.api.operations.map(({ method, requestBody }) => [method, requestBody !== undefined])).toEqual([
      ["get", false],
      ["post", true],
    ]);
  });

  it.each<[way: TestWay]>([[{}], [{ connection: metered, baseUrl: "https://api.x.com" }]])(
    "a path with braces that name nothing: %j",
    (way) => {
      const { operations } = planned(apiOf({ "/a/{}": { get: ok }, "/b": { get: ok } }), way);
      const wanted = [["its path has {} without a parameter name"], []];
      expect(operations.map(({ obstacles }) => obstacles)).toEqual(wanted);
    },
  );
});

describe("scopes of a connector", () => {
  const flows = { implicit: { authorizationUrl: "https://example.com", scopes: { all: "", read: "", write: "" } } };
  const scoped = (...alternatives: string[][]) => {
    return answering(true, { security: alternatives.map((scopes) => ({ oauth: scopes })) });
  };
  const spec = specOf(
    openapi(
      { "/a": { get: scoped(["all"], ["read"]), post: scoped(["all"], ["write"]) }, "/b": { get: scoped(["all"]) } },
      { securitySchemes: { oauth: { type: "oauth2", flows } } },
      { servers: [{ url: "https://a.example" }] },
    ),
  );
  const acme: Connection = { kind: "shared", type: "acme" };

  it.each<[operations: string[], way: TestWay, wanted: string[]]>([
    [["get:/a"], {}, ["read"]],
    [["get:/a", "post:/a"], {}, ["read", "write"]],
    [["get:/b"], {}, ["all"]],
    [["get:/a", "get:/b"], {}, ["all"]],
    [["get:/a"], { scopes: ["x", "all"] }, ["x", "all"]],
    [["get:/a"], { scopes: [] }, []],
  ])("for %j with %j", (operations, way, wanted) => {
    const plan = planned(built(spec, operations).api, { connection: acme, ...way });
    expect(backendOf(plan).scopes).toMatchObject({ type: "acme", scopes: wanted });
    expect(backendOf(plan).scopes?.alternatives).toHaveLength(operations.length);
  });

  it.each<[what: string, securities: (Json | undefined)[], way: TestWay, known: boolean]>([
    ["a spec that says nothing of security", [undefined], {}, false],
    ["a spec that names no scopes", [[{ oauth: [] }]], {}, false],
    ["a scheme that has none", [[{ bearer: [] }], [{ oauth: ["all"] }]], {}, false],
    ["calls that need no credentials", [[]], {}, true],
    ["none beside others that are named", [[{ oauth: [] }], [{ oauth: ["all"] }]], {}, true],
    ["nothing beside others that are named", [undefined, [{ oauth: ["all"] }]], {}, true],
    ["the config's settings", [undefined], { scopes: [] }, true],
    ["a metered connector", [undefined], { connection: metered }, true],
  ])("are known, or not, from %s", (_, securities, way, known) => {
    const paths = securities.map((security, index): [string, Json] => [
      `/${index}`,
      { get: answering(true, security === undefined ? {} : { security }) },
    ]);
    const securitySchemes: JsonObject = {
      oauth: { type: "oauth2", flows },
      bearer: { type: "http", scheme: "bearer" },
    };
    const servers = { servers: [{ url: "https://a.example" }] };
    const { api } = built(specOf(openapi(Object.fromEntries(paths), { securitySchemes }, servers)));
    const plan = planned(api, { connection: acme, baseUrl: "https://a.example", ...way });
    expect(backendOf(plan).scopes).toMatchObject({ known });
  });

  it.each([
    ["https://www.googleapis.com/auth/drive.photos.readonly", ["B44-323"]],
    ["https://www.googleapis.com/auth/drive.readonly", []],
  ])("for an operation that is open to %s alone", (scope, codes) => {
    const paths = { "/a": { get: scoped([scope]) } };
    const { api } = built(specOf(openapi(paths, { securitySchemes: { oauth: { type: "oauth2", flows } } })));
    const plan = planned(api, { connection: { kind: "shared", type: "googledrive" } });
    expect(plan.diagnostics.map(({ code }) => code).filter((code) => code === "B44-323")).toEqual(codes);
    expect(backendOf(plan).scopes?.scopes).toEqual([scope]);
  });

  it.each<Connection>([{ kind: "workspace", id: "c0ffee" }, { kind: "appUser", id: "c0ffee" }, metered])(
    "of %j: a file only where there is a type",
    (connection) => {
      const plan = planned(built(spec, ["get:/a"]).api, { connection, baseUrl: "https://api.x.com" });
      expect(backendOf(plan).scopes?.type).toBe("type" in connection ? connection.type : undefined);
    },
  );
});

describe("the connector in the config", () => {
  it.each<[connection: Connection, severity: string]>([
    [{ kind: "shared", type: "acme" }, "warning"],
    [{ kind: "shared", type: "googlecalender" }, "error"],
    [{ kind: "workspace", id: "slack" }, "error"],
    [{ kind: "appUser", id: "gmail" }, "error"],
    [{ kind: "shared", type: "x" }, "error"],
  ])("%j: %s", (connection, severity) => {
    const plan = () => planned(apiOf({ "/a": { get: ok } }), { connection, baseUrl: "https://a.example" });
    const diagnostics = severity === "error" ? thrownBy(plan) : plan().diagnostics;
    expect(diagnostics.filter(({ code }) => code === "B44-320").map((item) => item.severity)).toEqual([severity]);
  });
});

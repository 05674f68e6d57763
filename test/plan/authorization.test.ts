import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { planApi } from "../../src/plan/index.js";
import { answering, built, specOf } from "../support/pipeline.js";
import { apiOf, planned, type TestWay } from "./support.js";

const authorization: JsonObject = { in: "header", name: "Authorization", required: true };
const securitySchemes: JsonObject = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  token: { type: "apiKey", in: "header", name: "authorization" },
  user: { type: "http", scheme: "basic" },
};

/** An operation that declares the header, and is authorised so. */
const declaring = (security: Json | undefined, parameter: JsonObject): JsonObject => ({
  parameters: [parameter],
  responses: { 200: { description: "OK" } },
  ...(security === undefined ? {} : { security }),
});

const openApi3 = (...security: (Json | undefined)[]) => {
  const paths = security.map((one, index): [string, JsonObject] => {
    const operation = declaring(one, { ...authorization, schema: { type: "string" } });
    return [`/${"abcd"[index]}`, { get: { ...operation, ...answering(true) } }];
  });
  return apiOf(Object.fromEntries(paths), { securitySchemes });
};

const swagger2 = (...security: (Json | undefined)[]) => {
  const paths = security.map((one, index): [string, JsonObject] => [
    `/${"abcd"[index]}`,
    { get: { ...declaring(one, { ...authorization, type: "string" }), produces: ["application/json"] } },
  ]);
  const root = {
    swagger: "2.0",
    info: { title: "", version: "" },
    host: "example.com",
    schemes: ["https"],
    paths: Object.fromEntries(paths),
    securityDefinitions: securitySchemes,
  };
  return built(specOf(root)).api;
};

const message = (operations: string) =>
  `The header Authorization of ${operations} is not sent: it is declared as a parameter, not as a security scheme.`;

describe("header parameters Accept and Content-Type of Swagger 2.0", () => {
  const header = (name: string, rest: JsonObject): JsonObject => ({ in: "header", name, ...rest });
  const text = { type: "string" };
  const accept = header("accept", { ...text, enum: ["text/csv", "application/json"] });

  const apiWith = (version: "2.0" | "3.0.3", ...parameters: JsonObject[]) => {
    const get = { parameters, responses: { 200: { description: "OK" } } };
    const root = { info: {}, paths: { "/a": { get }, "/b": { get: { ...get } } } };
    const servers: JsonObject = version === "2.0" ? { swagger: "2.0", host: "example.com" } : { openapi: version };
    return built(specOf({ ...servers, servers: [{ url: "https://example.com" }], ...root })).api;
  };

  const said = (api: ReturnType<typeof apiWith>, way: TestWay = {}) => ({
    inFunction: planned(api, way).diagnostics.filter(({ code }) => code === "B44-333"),
    overIntegration: planApi(api, { via: "integration" }, { anyNumber: false }).diagnostics.filter(
      ({ code }) => code === "B44-333",
    ),
  });

  it.each<[parameters: JsonObject[], wanted: string[]]>([
    [[accept], ["Accept"]],
    [[header("Accept", { ...text, default: "text/csv" })], ["Accept"]],
    [
      [header("Content-Type", { ...text, required: true }), accept],
      ["Accept", "Content-Type"],
    ],
    [[header("Accept", text), header("content-type", text)], []],
    [[header("X-Accept", { ...text, required: true })], []],
  ])("%j: told of %j, which say something", (parameters, wanted) => {
    const api = apiWith("2.0", ...parameters);
    for (const diagnostics of Object.values(said(api))) {
      expect(diagnostics.map((one) => `${one.severity} ${one.message}`)).toEqual(
        wanted.map((name) => expect.stringContaining(`info Callers of get:/a, get:/b do not pass the header ${name}`)),
      );
    }
    expect(api.operations.flatMap((operation) => operation.parameters.map(({ name }) => name))).not.toContain("accept");
  });

  it("are not reported if OpenAPI 3 ignores them, and if the config sets the header", () => {
    const inOpenApi3 = header("Accept", { required: true, schema: { type: "string", enum: ["text/csv"] } });
    expect(said(apiWith("3.0.3", inOpenApi3))).toEqual({ inFunction: [], overIntegration: [] });
    expect(said(apiWith("2.0", accept), { headers: { accept: "text/csv" } }).inFunction).toEqual([]);
  });

  it("have help for each transport", () => {
    const { inFunction, overIntegration } = said(apiWith("2.0", accept));
    expect(inFunction[0]?.help).toContain('headers: { "Accept": "…" }');
    expect(overIntegration[0]?.help).toContain("the workspace admin sets the header Accept");
    expect(inFunction[0]?.location?.pointer).toBe("/paths/~1a/get/parameters/0");
  });
});

describe("a header parameter Authorization", () => {
  const both = { openApi3, swagger2 };
  const key = { secrets: { key: "KEY" } };

  it.each<[version: keyof typeof both, security: (Json | undefined)[], way: TestWay, wanted: string[]]>([
    ["openApi3", [undefined], {}, ["get:/a"]],
    ["openApi3", [undefined, undefined, [{}]], {}, ["get:/a, get:/b, get:/c"]],
    ["openApi3", [[{ key: [] }]], key, []],
    ["swagger2", [undefined, []], {}, ["get:/a, get:/b"]],
    ["swagger2", [[{ key: [] }]], key, ["get:/a"]],
    ["swagger2", [[{ token: [] }]], { secrets: { token: "TOKEN" } }, []],
    ["swagger2", [[{ user: [] }]], { secrets: { user: { username: "USER", password: "PASSWORD" } } }, []],
    ["swagger2", [undefined], { headers: { authorization: { secret: "TOKEN" } } }, []],
    ["swagger2", [undefined], { connection: { kind: "workspace", id: "c0ffee" } }, []],
  ])("of %s with security %j, way %j: told in a function", (version, security, way, wanted) => {
    const said = planned(both[version](...security), way).diagnostics.filter(({ code }) => code === "B44-328");
    expect(said.map((one) => [one.severity, one.message])).toEqual(wanted.map((list) => ["info", message(list)]));
    for (const { help, location } of said) {
      expect(help).toContain('headers: { Authorization: { secret: "NAME", prefix: "Bearer " } }');
      expect(location?.pointer).toBe("/paths/~1a/get/parameters/0");
    }
  });

  it.each<[version: keyof typeof both, security: Json | undefined, isTold: boolean]>([
    ["openApi3", undefined, true],
    ["openApi3", [{ key: [] }], false],
    ["swagger2", undefined, true],
    ["swagger2", [{ key: [] }], true],
    ["swagger2", [{ token: [] }], false],
    ["swagger2", [{ user: [] }], false],
  ])("of %s with security %j: told over an integration: %s", (version, security, isTold) => {
    const { diagnostics } = planApi(both[version](security), { via: "integration" }, { anyNumber: false });
    const said = diagnostics.filter(({ code }) => code === "B44-328");
    expect(said.map((one) => one.message)).toEqual(isTold ? [message("get:/a")] : []);
    if (isTold) expect(said[0]?.help).toContain("the workspace admin sets the header Authorization");
  });

  it.each(["path item", "reference"])("is found in a %s", (place) => {
    const parameter: JsonObject = { ...authorization, name: "authorization", schema: { type: "string" } };
    const inPath = place === "path item";
    const get = answering(true, inPath ? {} : { parameters: [{ $ref: "#/components/parameters/A" }] });
    const paths = { "/a": { get, ...(inPath ? { parameters: [parameter] } : {}) } };
    const plan = planned(apiOf(paths, { parameters: { A: parameter } }));
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(["B44-328"]);
    expect(plan.api.operations[0]?.parameters).toEqual([]);
  });
});

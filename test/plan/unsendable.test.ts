import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { advise, planApi } from "../../src/plan/index.js";
import { answering, thrownBy } from "../support/pipeline.js";
import { apiOf, planned } from "./support.js";

const header = (name: string, rest: JsonObject = {}): JsonObject => ({ in: "header", name, ...rest });
const cookie = (name: string, style: string): JsonObject => ({ in: "cookie", name, style, required: true });
const asCookie = cookie("a b", "cookie");

/** The API with an operation that has these parameters, and one that has none. */
const withParameters = (...parameters: JsonObject[]) =>
  apiOf({ "/a": { get: answering(true, { parameters }) }, "/b": { get: answering(true) } });

describe("a parameter with a name that HTTP does not allow", () => {
  const notSent = (what: string) => [
    "B44-327",
    "warning",
    `The ${what} of get:/a is not sent: its name is not valid for a header.`,
  ];
  const notCarried = (what: string, place = "header") => [
    "B44-309",
    "warning",
    `A function cannot call get:/a: it requires the ${what}, whose name is not valid for a ${place}.`,
  ];

  it.each<[what: string, parameter: JsonObject, wanted: Json[][], carried: number]>([
    ["required", header("X Foo", { required: true }), [notCarried('header "X Foo"')], 1],
    ["with a colon at its end", header("X-Foo:", { required: true }), [notCarried('header "X-Foo:"')], 1],
    ["of one value", header("X Foo", { required: true, schema: { const: "a" } }), [notCarried('header "X Foo"')], 1],
    ["optional", header("X Foo"), [notSent('header "X Foo"')], 2],
    ["that is a token", header("X-Foo!'", { required: true }), [], 2],
    ["of a cookie", asCookie, [notCarried('cookie "a b"', "cookie")], 1],
    ["of a cookie, percent-encoded", cookie("a b", "form"), [], 2],
    ["of a query", { in: "query", name: "a b", required: true }, [], 2],
  ])("%s: in a function", (_, parameter, wanted, carried) => {
    const plan = planned(withParameters(parameter));
    expect(plan.diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual(wanted);
    expect(plan.api.operations).toHaveLength(carried);
  });

  it("is not an argument", () => {
    const plan = planned(withParameters(header("X Foo"), header("X-Bar")));
    expect(plan.api.operations[0]?.parameters.map(({ name }) => name)).toEqual(["X-Bar"]);
  });

  it("cannot be carried by a function if it is required", () => {
    const api = withParameters(header("X Foo", { required: true }));
    const [advice] = advise(api);
    expect(advice?.ways.map(({ way, notes }) => [way, notes])).toEqual([
      ["integration", []],
      ["connector", ["Base44 has no connector for its server"]],
      ["function", ['it requires the header "X Foo", whose name is not valid for a header']],
    ]);
    const connection = { kind: "metered", type: "x" } as const;
    const baseUrl = "https://example.com";
    expect(planned(api, { connection, baseUrl }).diagnostics.find(({ code }) => code === "B44-309")?.message).toContain(
      'it requires the header "X Foo"',
    );
  });

  it.each([true, false])("is not reported for the admin to set, required: %s", (required) => {
    const plan = planApi(withParameters(header("X Foo", { required })), { via: "integration" }, { anyNumber: false });
    const said = plan.diagnostics.map(({ code, severity, message }) => [code, severity, message]);
    expect(said).toEqual([notSent('header "X Foo"')]);
  });
});

describe("a parameter with only one value, which cannot be sent", () => {
  const fixed = (value: Json, required = true) => header("X-A", { required, schema: { enum: [value] } });
  const value = 'it requires the header "X-A", whose only value is not valid for a header';
  const notSent = 'The header "X-A" of get:/a is not sent: its only value is not valid for a header.';

  it.each<[parameter: JsonObject, said: string[], carried: number]>([
    [fixed("a\nb"), [`B44-309 A function cannot call get:/a: ${value}.`], 1],
    [fixed("日本"), [`B44-309 A function cannot call get:/a: ${value}.`], 1],
    [fixed("a\nb", false), [`B44-327 ${notSent}`], 2],
    [fixed("a\tb é ;="), [], 2],
    [fixed(["a\nb"]), [], 2],
    [header("X-A", { required: true, schema: { enum: ["a\nb", "c"] } }), [], 2],
    [
      { ...cookie("a", "cookie"), schema: { const: "b;c" } },
      [`B44-309 A function cannot call get:/a: ${value.replaceAll("header", "cookie").replace("X-A", "a")}.`],
      1,
    ],
    [{ ...cookie("a", "form"), schema: { const: "b;c" } }, [], 2],
    [{ in: "query", name: "q", schema: { const: "a\nb" } }, [], 2],
  ])("%j", (parameter, said, carried) => {
    const plan = planned(withParameters(parameter));
    expect(plan.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(said);
    expect(plan.api.operations).toHaveLength(carried);
  });

  it.each([true, false])("is sent as in the config, required: %s", (required) => {
    const plan = planned(withParameters(fixed("a\nb", required)), { headers: { "X-a": "c" } });
    expect([plan.diagnostics, plan.api.operations.length]).toEqual([[], 2]);
  });

  it("is not reported for the admin of an integration to set", () => {
    const plan = planApi(withParameters(fixed("a\nb")), { via: "integration" }, { anyNumber: false });
    expect(plan.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([`B44-327 ${notSent}`]);
  });
});

describe("a security scheme with a name that HTTP does not allow", () => {
  const securitySchemes = (place: string, name: string): JsonObject => ({
    odd: { type: "apiKey", in: place, name },
    digest: { type: "http", scheme: "digest" },
    key: { type: "apiKey", in: "header", name: "X-Key" },
  });
  const withSecurity = (place: string, name: string, security: Json) => {
    const paths = { "/a": { get: answering(true, { security }) }, "/b": { get: answering(true, { security: [] }) } };
    return apiOf(paths, { securitySchemes: securitySchemes(place, name) });
  };

  it.each([
    ["header", "X Foo"],
    ["header", ""],
    ["header", "X-Foo\r\nX-Bar"],
    ["cookie", "a;b"],
    ["query", ""],
  ])("%s %j: does not fit a secret, and keeps an operation out", (place, name) => {
    const api = withSecurity(place, name, [{ odd: [] }]);
    const what = `odd (${place} ${JSON.stringify(name)})`;
    expect(planned(api).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "B44-309",
        `A function cannot call get:/a: it is authorised by ${what}, which has a name that is not valid for a ${place}.`,
      ],
    ]);
    expect(
      thrownBy(() => planned(api, { secrets: { odd: "KEY" } })).map(({ code, message }) => [code, message]),
    ).toContainEqual([
      "B44-312",
      `The secrets of my-api do not match the spec: the security scheme ${what} has a name that is not valid for a ${place}.`,
    ]);
  });

  it("is reported beside schemes that need more than a secret", () => {
    const [found] = planned(withSecurity("header", "X Foo", [{ digest: [] }, { odd: [] }])).diagnostics;
    expect(found?.message).toContain(
      'by digest (HTTP digest), which needs more than a secret, or by odd (header "X Foo"), which has a name that is not valid for a header.',
    );
  });

  it("is passed over for another one", () => {
    const api = withSecurity("header", "X Foo", [{ odd: [] }, { key: [] }]);
    expect(planned(api, { secrets: { key: "KEY" } }).diagnostics.map(({ code }) => code)).toEqual(["B44-313"]);
  });

  it("is not a key either if it is a parameter", () => {
    const api = withParameters(header("X Key", { schema: { type: "string" } }));
    expect(thrownBy(() => planned(api, { secrets: { "X Key": "KEY" } })).map(({ code }) => code)).toContain("B44-312");
  });
});

describe("a security scheme that signs each request for AWS", () => {
  const aws = (type: string): JsonObject => ({
    hmac: { type: "apiKey", in: "header", name: "Authorization", "x-amazon-apigateway-authtype": type },
  });
  const withAws = (type: string) => {
    const paths = { "/a": { get: answering(true, { security: [{ hmac: [] }] }) }, "/b": { get: answering(true) } };
    return apiOf(paths, { securitySchemes: aws(type) });
  };

  it.each([
    ["awsSigv4", "aws4-hmac-sha256"],
    ["awsS3", "aws4-hmac-sha256"],
    ["awsSigv2", "aws-hmac"],
  ])("is no key: %s", (type, scheme) => {
    const plan = planned(withAws(type));
    expect(plan.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "B44-309",
        `A function cannot call get:/a: it is authorised by hmac (HTTP ${scheme}), which needs more than a secret.`,
      ],
    ]);
  });

  it.each<[what: string, path: string, wanted: [string, string][]]>([
    [
      "signed",
      "/a#x",
      [
        [
          "B44-301",
          "Remove the operation from the selection. A backend function cannot call it either: it is authorised by hmac (HTTP aws4-hmac-sha256), which needs more than a secret.",
        ],
        [
          "B44-201",
          "A backend function with secrets can call none of them either: write the calls by hand in a function of your own.",
        ],
      ],
    ],
    [
      "open",
      "/b#x",
      [
        [
          "B44-301",
          "Remove the operation from the selection, or call the API through a backend function or a connector.",
        ],
        [
          "B44-201",
          "Call the API through a backend function, which can: `via: { function: { secrets: … } }` in a config.",
        ],
      ],
    ],
  ])("is told of where an integration cannot carry the operation: %s", (what, path, wanted) => {
    const security = what === "signed" ? [{ hmac: [] }] : [];
    const api = apiOf({ [path]: { get: answering(true, { security }) } }, { securitySchemes: aws("awsSigv4") });
    const { diagnostics } = planApi(api, { via: "integration" }, { anyNumber: true });
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual(wanted);
  });

  it("is an ordinary one if the API's own authorizer reads it", () => {
    const plan = planned(withAws("custom"), { secrets: { hmac: "KEY" } });
    expect(plan.api.operations).toHaveLength(2);
  });
});

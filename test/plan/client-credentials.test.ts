import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import type { Json, JsonObject } from "../../src/json/index.js";
import type { Plan, Secret } from "../../src/plan/index.js";
import type { ClientCredentials } from "../../src/runtime/functions/b44-definition.js";
import { answering, thrownBy } from "../support/pipeline.js";
import { apiOf, backendOf, backendOperation, planned, type TestWay } from "./support.js";

const CLIENT = { clientId: "PAY_ID", clientSecret: "PAY_SECRET" };
const URL_OF_FLOW = "https://id.acme.com/token";

/** An API with the scheme `oauth`, which has the flow, and one operation for each `security`: `get:/0`, `get:/1`, … */
function apiWith(
  flow: JsonObject,
  {
    security = [[{ oauth: [] }]],
    schemes = {},
    rest = {},
  }: { security?: Json[]; schemes?: JsonObject; rest?: JsonObject } = {},
) {
  const oauth = { type: "oauth2", flows: { clientCredentials: { scopes: {}, ...flow } } };
  const operations = security.map((item, index) => [`/${index}`, { get: { ...answering(true), security: item } }]);
  return apiOf(Object.fromEntries(operations), { securitySchemes: { oauth, ...schemes } }, rest);
}

/** What the plan says, the codes alone that no test of client credentials is about left out. */
function told({ diagnostics }: Plan): Diagnostic[] {
  return diagnostics.filter(({ code }) => /^B44-(3[15]\d|334|335|336)$/.test(code) && code !== "B44-313");
}

function credentialOf(plan: Plan, name = "oauth"): ClientCredentials {
  return backendOf(plan).credentials[name] as ClientCredentials;
}

describe("the credential of client secrets", () => {
  it("is the flow's, by HTTP basic, without unrequired scopes", () => {
    const plan = planned(apiWith({ tokenUrl: URL_OF_FLOW }), { secrets: { oauth: CLIENT } });
    expect(backendOf(plan).credentials).toEqual({
      oauth: { in: "clientCredentials", tokenUrl: URL_OF_FLOW, ...CLIENT, authentication: "basic" },
    });
    expect(backendOperation(plan).credentials).toEqual(["oauth"]);
    expect(told(plan)).toEqual([]);
  });

  it("has the config's settings", () => {
    const given = {
      ...CLIENT,
      tokenUrl: "https://other.acme.com/t?v=2",
      authentication: "body",
      parameters: { audience: "a", account_id: { secret: "ACCOUNT" } },
    } as const;
    const way: TestWay = { secrets: { oauth: given }, scopes: ["a", "b"] };
    expect(credentialOf(planned(apiWith({ tokenUrl: URL_OF_FLOW }), way))).toEqual({
      in: "clientCredentials",
      ...given,
      scope: "a b",
    });
  });

  it.each<[what: string, scheme: JsonObject]>([
    ["HTTP bearer", { type: "http", scheme: "bearer" }],
    [
      "OpenID Connect",
      { type: "openIdConnect", openIdConnectUrl: "https://id.acme.com/.well-known/openid-configuration" },
    ],
    ["a key in Authorization", { type: "apiKey", in: "header", name: "Authorization" }],
    [
      "another flow",
      { type: "oauth2", flows: { implicit: { authorizationUrl: "https://id.acme.com", scopes: { a: "" } } } },
    ],
  ])("serves %s too, where the config says where tokens come from", (_, scheme) => {
    const api = apiWith({}, { security: [[{ other: ["a"] }]], schemes: { other: scheme } });
    const plan = planned(api, { secrets: { other: { ...CLIENT, tokenUrl: URL_OF_FLOW } } });
    expect(credentialOf(plan, "other")).toMatchObject({ in: "clientCredentials", tokenUrl: URL_OF_FLOW });
    expect(credentialOf(plan, "other")).not.toHaveProperty("scope");
    expect(told(plan)).toEqual([]);
    const [lacking] = thrownBy(() => planned(api, { secrets: { other: CLIENT } }));
    expect(lacking).toMatchObject({ code: "B44-350", setting: ["via", "function", "secrets", "other"] });
    expect(lacking?.message).toContain("the spec declares no clientCredentials flow for it");
  });

  it("does not match a key elsewhere", () => {
    const key = { type: "apiKey", in: "header", name: "X-Key" };
    const api = apiWith({}, { security: [[{ key: [] }]], schemes: { key } });
    const faults = thrownBy(() => planned(api, { secrets: { key: { ...CLIENT, tokenUrl: URL_OF_FLOW } } }));
    expect(faults.map(({ code }) => code)).toEqual(["B44-312"]);
  });
});

describe("the spec's token URL", () => {
  it.each<[tokenUrl: Json, server: string, wanted: string, codes: string[]]>([
    ["/v1/token", "https://api.acme.com", "https://api.acme.com/v1/token", []],
    ["v1/token", "https://api.acme.com", "https://api.acme.com/v1/token", []],
    ["/token", "https://api.acme.com/v1", "https://api.acme.com/token", ["B44-351"]],
    ["//id.acme.com/token", "https://api.acme.com/v1", "https://id.acme.com/token", []],
    [`${URL_OF_FLOW}#part`, "https://api.acme.com", URL_OF_FLOW, []],
    [`${URL_OF_FLOW}?v=2`, "https://api.acme.com/v1", `${URL_OF_FLOW}?v=2`, []],
  ])("%s at %s", (tokenUrl, server, wanted, codes) => {
    const plan = planned(apiWith({ tokenUrl }, { rest: { servers: [{ url: server }] } }), {
      secrets: { oauth: CLIENT },
    });
    expect(credentialOf(plan).tokenUrl).toBe(wanted);
    expect(told(plan).map(({ code }) => code)).toEqual(codes);
  });

  it("is relative to the base URL of the config", () => {
    const way: TestWay = { secrets: { oauth: CLIENT }, baseUrl: "http://localhost:8080" };
    expect(credentialOf(planned(apiWith({ tokenUrl: "/token" }), way)).tokenUrl).toBe("http://localhost:8080/token");
  });

  it("is unknown if the API's URL is, and both are reported", () => {
    const api = apiWith({ tokenUrl: "/token" }, { rest: { servers: [{ url: "/v1" }] } });
    expect(thrownBy(() => planned(api, { secrets: { oauth: CLIENT } })).map(({ message }) => message)).toEqual([
      "The token URL for oauth of my-api is unknown: its tokenUrl is relative to the API's base URL, which is unknown.",
      "The base URL of my-api is unknown: the URL of the spec's server has no host.",
    ]);
  });

  it.each<[tokenUrl: Json, why: string]>([
    [null, "has no tokenUrl"],
    [" ", "has no tokenUrl"],
    ["https://", "is not a valid URL"],
    ["ftp://id.acme.com/token", "is neither https nor http"],
    ["https://u:s3cr3t@id.acme.com/token", "contains credentials"],
    ["http://id.acme.com/token?key=s3cr3t", "is http://id.acme.com/token, and with plain http, others could read"],
    ["https://auth.example.com/token", "is https://auth.example.com/token, which is a placeholder"],
    ["http://localhost/token", "is http://localhost/token, which is the machine that makes the call"],
    ["https://id.acme.com/{tenant}/token", "in which the spec gives no value for {tenant}"],
    ["https://{tenant}.acme.com/token", "in which the spec gives no value for {tenant}"],
  ])("%j is none", (tokenUrl, why) => {
    const faults = thrownBy(() => planned(apiWith({ tokenUrl }), { secrets: { oauth: CLIENT } }));
    expect(faults.map(({ code }) => code)).toEqual(["B44-350"]);
    expect(faults[0]?.message).toContain(why);
    expect(faults[0]?.help).toContain(
      '"oauth": { clientId: "PAY_ID", clientSecret: "PAY_SECRET", tokenUrl: "https://…" }',
    );
    expect(JSON.stringify(faults)).not.toContain("s3cr3t");
  });
});

describe("the requested scopes", () => {
  const scopes = { read: "", write: "", all: "" };
  const flow = { tokenUrl: URL_OF_FLOW, scopes };

  it.each<[what: string, security: Json[], wanted: string | undefined]>([
    ["one", [[{ oauth: ["read"] }]], "read"],
    [
      "those of all operations, sorted",
      [[{ oauth: ["write"] }], [{ oauth: ["read"] }], [{ oauth: ["read"] }]],
      "read write",
    ],
    ["none", [[{ oauth: [] }]], undefined],
    ["the least of alternatives", [[{ oauth: ["all"] }, { oauth: ["read"] }], [{ oauth: ["read"] }]], "read"],
    ["those that the flow has", [[{ oauth: ["users"] }, { oauth: ["read", "all"] }]], "all read"],
    [
      "none of an alternative that takes what nobody named",
      [[{ oauth: ["all"], other: [] }, { oauth: ["read", "write"] }]],
      "read write",
    ],
    ["none for operations that take something else", [[{ oauth: ["read"] }], [{ key: [] }]], "read"],
  ])("%s", (_, security, wanted) => {
    const schemes = {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      other: { type: "apiKey", in: "header", name: "X-Other" },
    };
    const secrets = { oauth: CLIENT, ...(JSON.stringify(security).includes("key") ? { key: "KEY" } : {}) };
    const plan = planned(apiWith(flow, { security, schemes }), { secrets });
    expect(credentialOf(plan).scope).toBe(wanted);
    expect(told(plan)).toEqual([]);
  });

  it("exclude those that the flow does not have, which is reported", () => {
    const security = [[{ oauth: ["read"] }], [{ oauth: ["users", "read"] }]];
    const plan = planned(apiWith(flow, { security }), { secrets: { oauth: CLIENT } });
    expect(credentialOf(plan).scope).toBe("read");
    expect(told(plan).map(({ code, message }) => `${code} ${message}`)).toEqual([
      "B44-352 According to the spec, calls of my-api need scopes that client credentials for oauth cannot get: users (get:/1).",
    ]);
    const named = planned(apiWith(flow, { security }), { secrets: { oauth: CLIENT }, scopes: ["users", "read"] });
    expect(credentialOf(named).scope).toBe("users read");
    expect(told(named)).toEqual([]);
  });

  it("are empty if the config says so", () => {
    const plan = planned(apiWith(flow, { security: [[{ oauth: ["read"] }]] }), {
      secrets: { oauth: CLIENT },
      scopes: [],
    });
    expect(credentialOf(plan)).not.toHaveProperty("scope");
  });
});

describe("a scheme that the spec does not declare", () => {
  const secrets = { token: { ...CLIENT, tokenUrl: URL_OF_FLOW } };

  it.each<[what: string, api: ReturnType<typeof apiOf>]>([
    ["it says nothing of credentials", apiOf({ "/a": { get: answering(true) } }, {}, { security: null })],
    [
      "an operation names one that it does not declare",
      apiOf({ "/a": { get: { ...answering(true), security: [{ token: [] }] } } }),
    ],
  ])("is the one of the config where %s", (_, api) => {
    const plan = planned(api, { secrets });
    expect(backendOperation(plan).credentials).toEqual(["token"]);
    expect(credentialOf(plan, "token").tokenUrl).toBe(URL_OF_FLOW);
    expect(told(plan)).toEqual([]);
  });

  it("requires the token URL", () => {
    const api = apiOf({ "/a": { get: answering(true) } }, {}, { security: null });
    const [fault] = thrownBy(() => planned(api, { secrets: { token: CLIENT } }));
    expect(fault).toMatchObject({ code: "B44-312", help: expect.stringContaining('tokenUrl: "https://…"') });
  });

  it("is an unknown name if schemes are declared", () => {
    const [fault] = thrownBy(() => planned(apiWith({ tokenUrl: URL_OF_FLOW }), { secrets: { oath: secrets.token } }));
    expect(fault).toMatchObject({ code: "B44-312", help: "Did you mean oauth?" });
  });
});

describe("diagnostics about secrets", () => {
  const flow = { tokenUrl: `${URL_OF_FLOW}?key=k3y`, scopes: { read: "", write: "" } };
  const api = apiWith(flow, { security: [[{ oauth: ["write", "read"] }]] });
  const setup = (secrets: Record<string, Secret>) =>
    planned(api, { secrets }).diagnostics.flatMap(({ code, message, help }) =>
      code === "B44-313" ? [message, help] : [],
    );

  it("list all secrets to set, and where they are sent", () => {
    expect(setup({ oauth: { ...CLIENT, parameters: { a: "b", account_id: { secret: "ACCOUNT" } } } })).toEqual([
      "my-api needs the secrets ACCOUNT, PAY_ID, PAY_SECRET.",
      "Set them once for the app: base44 secrets set ACCOUNT=… PAY_ID=… PAY_SECRET=…\nThe function fetches tokens for oauth from https://id.acme.com/token with the scopes read, write.",
    ]);
  });

  it("suggest the alternative to a token that nothing renews", () => {
    expect(setup({ oauth: "TOKEN" })[1]).toMatch(
      /nothing renews a secret\. To let the function fetch tokens instead, name an OAuth client ID and secret: secrets: \{ "oauth": \{ clientId: "NAME_OF_THE_ID", clientSecret: "NAME_OF_THE_SECRET" \} \}\.$/,
    );
  });

  it("list the missing ones", () => {
    const [lacking] = thrownBy(() => planned(api));
    expect(lacking).toMatchObject({
      code: "B44-311",
      help: 'Name a secret in the config: via: { function: { secrets: { "oauth": { clientId: "NAME_OF_THE_ID", clientSecret: "NAME_OF_THE_SECRET" } } } }. Store its value with `base44 secrets set`.',
    });
  });
});

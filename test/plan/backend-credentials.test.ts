import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { keyPropertyNotes } from "../../src/plan/backend/notes/index.js";
import { advise, planApi } from "../../src/plan/index.js";
import type { Secret } from "../../src/plan/model.js";
import type { Credential } from "../../src/runtime/functions/b44-definition.js";
import { answering, saidOf, thrownBy } from "../support/pipeline.js";
import { apiOf, backendOf, backendOperation, planned, type TestWay } from "./support.js";

const securitySchemes: JsonObject = {
  key: { type: "apiKey", in: "header", name: "X-Api-Key" },
  query: { type: "apiKey", in: "query", name: "apiKey" },
  cookie: { type: "apiKey", in: "cookie", name: "Session" },
  basic: { type: "http", scheme: "basic" },
  bearer: { type: "http", scheme: "Bearer" },
  custom: { type: "http", scheme: "token" },
  bare: { type: "http" },
  oauth: { type: "oauth2", flows: { implicit: { scopes: { a: "" } } } },
  openId: { type: "openIdConnect", openIdConnectUrl: "https://example.com" },
  tls: { type: "mutualTLS" },
};

/** The API with one operation for each of these texts of `security`; undefined says nothing. */
function apiWith(security: readonly (string | undefined)[], rest: JsonObject = {}) {
  const paths = security.map((text, index): [string, Json] => {
    const own: JsonObject = text === undefined ? {} : { security: JSON.parse(text) as Json };
    return [`/${index}`, { get: answering(true, own) }];
  });
  return apiOf(Object.fromEntries(paths), { securitySchemes }, rest);
}

describe("the credential of a secret", () => {
  it.each<[scheme: string, secret: Secret, wanted: Credential]>([
    ["key", "KEY", { in: "header", name: "x-api-key", secret: "KEY" }],
    ["key", { name: "KEY", prefix: "Key " }, { in: "header", name: "x-api-key", secret: "KEY", prefix: "Key " }],
    ["query", "KEY", { in: "query", name: "apiKey", secret: "KEY" }],
    ["cookie", "KEY", { in: "cookie", name: "Session", secret: "KEY" }],
    ["basic", "PAIR", { in: "basic", secret: "PAIR" }],
    ["basic", { name: "PAIR" }, { in: "basic", secret: "PAIR" }],
    ["basic", { username: "USER", password: "PASS" }, { in: "basic", username: "USER", password: "PASS" }],
    ["basic", { username: "USER" }, { in: "basic", username: "USER" }],
    ["basic", { password: "PASS" }, { in: "basic", password: "PASS" }],
    ["bearer", "TOKEN", { in: "header", name: "authorization", secret: "TOKEN", prefix: "Bearer " }],
    ["bearer", { name: "TOKEN", prefix: "" }, { in: "header", name: "authorization", secret: "TOKEN", prefix: "" }],
    ["custom", "TOKEN", { in: "header", name: "authorization", secret: "TOKEN", prefix: "Token " }],
    ["bare", "TOKEN", { in: "header", name: "authorization", secret: "TOKEN", prefix: "Bearer " }],
    ["oauth", "TOKEN", { in: "header", name: "authorization", secret: "TOKEN", prefix: "Bearer " }],
    ["openId", "TOKEN", { in: "header", name: "authorization", secret: "TOKEN", prefix: "Bearer " }],
  ])("%s: %j", (scheme, secret, wanted) => {
    const plan = planned(apiWith([`[{"${scheme}":[]}]`]), { secrets: { [scheme]: secret } });
    expect(backendOf(plan).credentials).toEqual({ [scheme]: wanted });
    expect(backendOperation(plan)).toMatchObject({ credentials: [scheme], anonymous: false });
    expect(plan.diagnostics.map(({ code, setting, help }) => [code, setting, help])).toEqual([
      [
        "B44-313",
        ["via", "function", "secrets"],
        expect.stringMatching(/^Set (?:it|them) once for the app: base44 secrets set \w+=(?:…|user:password)/),
      ],
    ]);
  });

  it.each<[scheme: string, secret: Secret, message: RegExp, help?: RegExp]>([
    ["tls", "CERT", /the security scheme tls \(a client certificate\) needs more than a secret\.$/],
    [
      "key",
      { username: "USER" },
      /the security scheme key \(header \S+\) takes one secret, not a user name and password\.$/,
      /^Name one secret for it: `key: "API_KEY"` in the config, `--secret key=API_KEY`/,
    ],
    [
      "key",
      { clientId: "A_ID", clientSecret: "A_SECRET" },
      /key \(header \S+\) takes one secret, not client credentials\.$/,
      /^Name one secret/,
    ],
    [
      "bearer",
      { username: "USER", password: "PASS" },
      /the security scheme bearer \(HTTP bearer\) takes one secret, not a user name and password\.$/,
      /^Name one secret/,
    ],
    ["absent", "KEY", /the selected operations have no security scheme or parameter absent\.$/],
    ["toString", "KEY", /no security scheme or parameter toString/],
  ])("%s: %j does not fit", (scheme, secret, message, help = /^The schemes are key, bearer, tls\.$/) => {
    const names = ["key", "bearer", "tls"].map((name) => `{"${name}":[]}`);
    const secrets = { key: "K", [scheme]: secret };
    const [found, ...more] = thrownBy(() => planned(apiWith([`[${names.join(",")}]`]), { secrets }));
    expect([found?.code, found?.severity, more]).toEqual(["B44-312", "error", []]);
    expect(found?.setting).toEqual(["via", "function", "secrets", scheme]);
    expect(found?.message).toMatch(message);
    expect(found?.help).toMatch(help);
  });

  it.each<[name: string, help: string]>([
    ["Bearer", "Did you mean bearer? The schemes are key, bearer, tls."],
    ["baerer", "Did you mean bearer? The schemes are key, bearer, tls."],
    ["apiKey", "Did you mean key? The schemes are key, bearer, tls."],
    ["other", "The schemes are key, bearer, tls."],
  ])("under the name %s: %s", (name, help) => {
    const api = apiWith(
      ["key", "bearer", "tls"]
        .map((scheme) => `[{"${scheme}":[]}]`)
        .slice(0, 2)
        .concat('[{"tls":[]},{"key":[]}]'),
    );
    const found = thrownBy(() => planned(api, { secrets: { [name]: "KEY" } }));
    expect(found.map((item) => [item.code, item.help])).toEqual([["B44-312", help]]);
  });

  it("does not match a spec without schemes, which gets help for sending a header", () => {
    const api = apiOf({ "/a": { get: answering(true) } });
    const [found] = thrownBy(() => planned(api, { secrets: { key: "KEY" } }));
    expect([found?.code, found?.help]).toEqual(["B44-312", expect.stringContaining("headers: { Authorization:")]);
  });
});

describe("the credentials of an operation", () => {
  const secrets = { key: "KEY", basic: "PAIR" };

  it.each<[security: string | undefined, document: string | undefined, names: string[], anonymous: boolean]>([
    ['[{"key":[]}]', undefined, ["key"], false],
    ['[{"bearer":[]},{"key":[]},{"basic":[]}]', undefined, ["key"], false],
    ['[{"key":[],"bearer":[]},{"basic":[]}]', undefined, ["basic"], false],
    ['[{"key":[],"basic":[]}]', undefined, ["key", "basic"], false],
    ['[{},{"key":[]}]', undefined, ["key"], false],
    ['[{"bearer":[]},{}]', undefined, [], true],
    ["[{}]", undefined, [], true],
    ["[]", undefined, [], true],
    ["[]", '[{"key":[]}]', [], true],
    [undefined, '[{"key":[]}]', ["key"], false],
    [undefined, "[]", [], true],
  ])("security %s in a document with %s", (security, document, names, anonymous) => {
    // A second operation takes the secrets that this one does not.
    const rest: JsonObject = document === undefined ? {} : { security: JSON.parse(document) as Json };
    const plan = planned(apiWith([security, '[{"key":[],"basic":[]}]'], rest), { secrets });
    expect(backendOperation(plan, "get:/0")).toMatchObject({ credentials: names, anonymous });
  });

  it("are all secrets if the spec declares no security", () => {
    const plan = planned(apiWith([undefined, undefined]), { secrets });
    expect(backendOperation(plan, "get:/0")).toMatchObject({ credentials: ["key", "basic"], anonymous: false });
    expect(backendOperation(plan, "get:/1")).toMatchObject({ credentials: ["key", "basic"], anonymous: false });
  });

  it("are none for an operation without security beside others with it", () => {
    const plan = planned(apiWith([undefined, '[{"key":[],"basic":[]}]']), { secrets });
    expect(backendOperation(plan, "get:/0")).toMatchObject({ credentials: [], anonymous: true });
  });

  it("are none if the spec declares no security and no secret is named", () => {
    expect(backendOperation(planned(apiWith([undefined])))).toMatchObject({ credentials: [], anonymous: true });
  });
});

describe("a scheme that the spec does not declare, or with an unknown type", () => {
  const security = ['[{"absent":[]}]', '[{"absent":[],"key":[]}]'];

  it("is distinguished from schemes that need more than a header", () => {
    const [found] = thrownBy(() => planned(apiWith(['[{"tls":[]},{"absent":[]}]'])));
    expect(found?.message).toContain(
      "it is authorised by absent, which the spec does not declare, or declares with an unknown type, or by tls (a client certificate), which needs more than a secret.",
    );
  });

  it("is reported with the header to write, and without a secret that would be refused", () => {
    const found = thrownBy(() => planned(apiWith(security, {}), { secrets: { key: "KEY" } }));
    expect(found.map(({ code, message, help }) => [code, message, help])).toEqual(
      ["absent", "absent and key"].map((names, index) => [
        "B44-311",
        `get:/${index} of my-api cannot be authorised: it is authorised by ${names}, which the spec does not declare, or declares with an unknown type.`,
        'Set the header in the config: headers: { Authorization: { secret: "NAME", prefix: "Bearer " } }; or declare the scheme in the spec.',
      ]),
    );
  });

  it("becomes the header with the config's secret", () => {
    const headers = { Authorization: { secret: "TOKEN" } };
    expect(planned(apiWith(security.slice(0, 1)), { headers }).diagnostics).toMatchObject([
      { code: "B44-313", setting: ["headers"] },
    ]);
    const plan = planned(apiWith(security), { secrets: { key: "KEY" }, headers });
    expect(backendOf(plan).headers).toEqual({ authorization: { secret: "TOKEN" } });
    expect(backendOperation(plan, "get:/0")).toMatchObject({ credentials: [], anonymous: false });
    expect(backendOperation(plan, "get:/1")).toMatchObject({ credentials: ["key"], anonymous: false });
  });

  it.each<[security: string, help: string]>([
    ['[{"tls":[]},{"absent":[]}]', "Set the header in the config"],
    ['[{"absent":[]},{"tls":[]},{"basic":[]}]', 'secrets: { "basic": "NAME_OF_THE_SECRET" }'],
    ['[{"tls":[]},{"key":[],"query":[]}]', 'secrets: { "key": "NAME_OF_THE_SECRET", "query": "NAME_OF_THE_SECRET" }'],
  ])("gives way to one that secrets serve, beside others: %s", (given, help) => {
    const [found, ...more] = thrownBy(() => planned(apiWith([given])));
    expect([found?.code, more]).toEqual(["B44-311", []]);
    expect(found?.help).toContain(help);
  });

  it("is not a header without a secret", () => {
    const headers = { "X-Api-Version": "2" };
    expect(thrownBy(() => planned(apiWith(security), { headers })).map(({ code }) => code)).toEqual([
      "B44-311",
      "B44-311",
    ]);
  });
});

describe("missing secrets", () => {
  it("are reported once for each kind of credential, with the line to write", () => {
    const api = apiWith(['[{"bearer":[]}]', '[{"bearer":[]}]', '[{"key":[],"query":[]},{"basic":[]}]', "[]"]);
    expect(
      thrownBy(() => planned(api)).map(({ code, severity, message, help, location }) => [
        code,
        severity,
        message,
        help,
        location?.pointer,
      ]),
    ).toEqual([
      [
        "B44-311",
        "error",
        "get:/0 and 1 more of my-api cannot be authorised: they are authorised by bearer, but the config names no secret for it.",
        expect.stringContaining('via: { function: { secrets: { "bearer": "NAME_OF_THE_SECRET" } } }'),
        "/paths/~10/get",
      ],
      [
        "B44-311",
        "error",
        "get:/2 of my-api cannot be authorised: it is authorised by key and query, or by basic, but the config names no secret for it.",
        expect.stringContaining('"basic": "NAME_OF_THE_SECRET"'),
        "/paths/~12/get",
      ],
    ]);
  });

  it("are not reported for an operation that cannot be carried", () => {
    const api = apiOf(
      { "/a": { get: answering(true), trace: answering(true, { security: [{ key: [] }] }) } },
      { securitySchemes },
    );
    expect(planned(api).diagnostics.map(({ code }) => code)).toEqual(["B44-309"]);
  });
});

describe("behind a connector", () => {
  const connection = { kind: "workspace", id: "c0ffee" } as const;

  it.each<[security: string | undefined, anonymous: boolean]>([
    ['[{"oauth":["a"]}]', false],
    ['[{"bearer":[]}]', false],
    ['[{"key":[]},{"oauth":[]}]', false],
    [undefined, false],
    ["[{}]", false],
    ['[{},{"oauth":[]}]', false],
    ['[{"key":[]},{}]', false],
  ])("security %s: no secret", (security, anonymous) => {
    const plan = planned(apiWith([security, '[{"oauth":[]}]']), { connection });
    expect(backendOf(plan).credentials).toEqual({});
    expect(backendOperation(plan, "get:/0")).toMatchObject({ credentials: [], anonymous });
  });

  it.each(['[{"key":[]}]', '[{"basic":[]},{"tls":[]}]', '[{"oauth":[],"key":[]}]'])(
    "security %s is not held",
    (text) => {
      const api = apiWith([text, '[{"oauth":[]}]']);
      const plan = planned(api, { connection });
      expect(plan.operations.map(({ transport }) => transport)).toEqual([null, "connector"]);
      expect(plan.diagnostics[0]?.message).toMatch(
        /cannot call get:\/0: it is authorised by .*, which a connector does not provide\.$/,
      );
    },
  );
});

describe("a key in the header Authorization, behind a connector", () => {
  const bot: JsonObject = { type: "apiKey", in: "header", name: "authorization" };
  const oauth: JsonObject = { type: "oauth2", flows: {} };
  const bearer: JsonObject = { type: "http", scheme: "bearer" };
  const basic: JsonObject = { type: "http", scheme: "basic" };

  it.each<[what: string, schemes: JsonObject, security: Json, transport: "connector" | null]>([
    ["is the token if the spec has no other", { bot }, [{ bot: [] }], "connector"],
    ["is the token beside other keys", { bot, basic }, [{ bot: [] }], "connector"],
    ["is something else if the spec declares OAuth", { bot, oauth }, [{ bot: [] }], null],
    ["is something else if the spec declares HTTP bearer", { bot, bearer }, [{ bot: [] }], null],
    ["is not needed if a token is enough", { bot, oauth }, [{ bot: [] }, { oauth: [] }], "connector"],
    ["is not there for what takes both", { bot, oauth }, [{ bot: [], oauth: [] }], null],
  ])("%s", (_, schemes, security, transport) => {
    const paths = { "/a": { get: answering(true, { security }) }, "/b": { get: answering(true) } };
    const api = apiOf(paths, { securitySchemes: schemes }, { servers: [{ url: "https://discord.com/api/v10" }] });
    const plan = planned(api, { connection: { kind: "shared", type: "discord" } });
    expect(plan.operations[0]?.transport).toBe(transport);
    const obstacle = expect.stringMatching(
      /^it is authorised by bot \(header authorization\).*, which a connector does not provide$/,
    );
    expect(plan.operations[0]?.obstacles).toEqual(transport ? [] : [obstacle]);
    const advised = advise(api)[0]?.ways.find(({ way }) => way === "connector");
    expect([advised?.fits, advised?.notes]).toEqual([transport !== null, transport ? ["discord"] : [obstacle]]);
  });

  it("is another credential if only unselected operations use a token", () => {
    const paths = { "/a": { get: answering(true, { security: [{ bot: [] }] }) }, "/b": { get: answering(true) } };
    const api = apiOf(paths, { securitySchemes: { bot, oauth } });
    expect(Object.keys(api.securitySchemes)).toEqual(["bot"]);
    const [refused] = planned(api, { connection: { kind: "workspace", id: "c0ffee" } }).operations;
    expect(refused?.transport).toBeNull();
  });
});

describe("a key that the spec declares as an ordinary parameter", () => {
  const withKey = (place: string, required = true, components: JsonObject = {}) =>
    apiOf(
      {
        "/now": {
          get: answering(true, { parameters: [{ name: "key", in: place, required, schema: { type: "string" } }] }),
        },
        "/open": { get: answering(true) },
      },
      components,
    );

  const silent = { securitySchemes: {} };
  it.each<[place: string, wanted: Credential, components?: JsonObject]>([
    ["the query", { in: "query", name: "key", secret: "KEY" }],
    ["a header", { in: "header", name: "key", secret: "KEY" }],
    ["a cookie", { in: "cookie", name: "key", secret: "KEY" }],
    ["the query, if the spec declares no security,", { in: "query", name: "key", secret: "KEY" }, silent],
  ])("in %s comes from a secret that is named for it", (_, wanted, components) => {
    const plan = planned(withKey(wanted.in, true, components), { secrets: { key: "KEY" } });
    expect(backendOf(plan).credentials).toEqual({ key: wanted });
    const [first, second] = plan.api.operations;
    expect(first!.parameters).toEqual([]);
    expect(backendOf(plan).operations.get(first!.id)).toMatchObject({ credentials: ["key"] });
    expect(backendOf(plan).operations.get(second!.id)).toMatchObject({ credentials: [] });
  });

  it("is reported if no secret is named, and callers have to pass it", () => {
    const codes = (required: boolean) =>
      planned(withKey("query", required), { secrets: {} }).diagnostics.map(({ code }) => code);
    expect([codes(true), codes(false)]).toEqual([["B44-324"], []]);
  });

  it.each<[what: string, way: TestWay, wanted: string[]]>([
    ["another secret is named", { secrets: { oauth: "TOKEN" } }, ["key"]],
    ["its own secret is named too", { secrets: { oauth: "TOKEN", key: "KEY" } }, []],
    ["the config fixes it", { secrets: { oauth: "TOKEN" }, headers: { Key: { secret: "KEY" } } }, []],
    ["it is the key of the scheme that authorises", { secrets: { inHeader: "KEY" } }, []],
  ])("is pointed out, or not, where %s", (_, way, wanted) => {
    const parameters: Json = [{ name: "key", in: "header", required: true, schema: { type: "string" } }];
    const security: Json = [{ oauth: [] }, { inHeader: [] }];
    const schemes: JsonObject = {
      oauth: { type: "oauth2", flows: {} },
      inHeader: { type: "apiKey", in: "header", name: "Key" },
    };
    const api = apiOf({ "/a": { get: answering(true, { parameters, security }) } }, { securitySchemes: schemes });
    const said = planned(api, way).diagnostics.filter(({ code }) => code === "B44-324");
    expect(said.map(({ message }) => /parameter (\S+),/.exec(message)?.[1])).toEqual(wanted);
  });

  it.each<[name: string, count: number, wanted: string[]]>([
    ["key", 2, ["B44-324"]],
    ["X-Token", 2, ["B44-324"]],
    ["key", 1, []],
    ["token", 1, []],
    ["api_key", 1, ["B44-324"]],
  ])("called %s is one by its name, or where half of the operations want it: %i of 4", (name, count, wanted) => {
    const parameters: Json = [{ name, in: "query", required: true, schema: { type: "string" } }];
    const get = (index: number) => answering(true, index < count ? { parameters } : {});
    const paths = Object.fromEntries([0, 1, 2, 3].map((index): [string, Json] => [`/${index}`, { get: get(index) }]));
    expect(planned(apiOf(paths), { secrets: {} }).diagnostics.map(({ code }) => code)).toEqual(wanted);
    // An operation that asks for no key is told of as one that goes without credentials.
    const silent = planned(apiOf(paths, { securitySchemes: {} }), { secrets: {} }).diagnostics;
    const open = silent.find(({ code }) => code === "B44-334")?.message;
    expect(open?.includes("(get:/0, ")).toBe(wanted.length === 0);
  });
});

describe("a key in a request body", () => {
  const body = (name: string, description: string, rest: JsonObject = {}): JsonObject => {
    const property: JsonObject = { type: "string", description, ...rest };
    return { type: "object", required: [name], properties: { [name]: property } };
  };

  it.each<[what: string, schema: JsonObject, wanted: string[]]>([
    ["its description says", body("key", "A valid API key"), ["key"]],
    ["its name says", body("api_key", ""), ["api_key"]],
    ["a part of it has", { allOf: [{ $ref: "#/components/schemas/A" }, body("key", "API key")] }, ["key"]],
    ["the one that it is put together of has", { title: "t", oneOf: [body("key", "API key")] }, ["key"]],
    ["nothing says", body("key", "The key of the entry"), []],
    ["another name speaks of", body("note", "Goes with the API key"), []],
    ["it is no text", body("key", "API key", { type: "object" }), []],
    ["callers need not give", { ...body("key", "API key"), required: [] }, []],
    ["is not there", { required: ["api_key"] }, []],
  ])("that %s is pointed out, or not", (_, schema, wanted) => {
    const requestBody: Json = { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } };
    const post = answering(true, { requestBody });
    const plan = planned(apiOf({ "/a": { post }, "/b": { post } }, { schemas: { A: schema } }));
    expect(plan.diagnostics.map(({ code, message }) => [code, message])).toEqual(
      wanted.map((name) => [
        "B44-324",
        `Callers of my-api have to pass the property ${name} of the request body, which looks like a key (post:/a, post:/b).`,
      ]),
    );
  });
});

it("a request body of ten thousands of parts, each in the one before, is looked at", () => {
  const count = 15_000;
  const part = (index: number): JsonObject =>
    index < count ? { allOf: [{ $ref: `#/components/schemas/P${index + 1}` }, { minProperties: 1 }] } : {};
  const schemas = new Map(Array.from({ length: count + 1 }, (_, index) => [`P${index}`, part(index)]));
  const requestBody: Json = { content: { "application/json": { schema: { $ref: "#/components/schemas/P0" } } } };
  const api = apiOf({ "/a": { post: answering(true, { requestBody }) } }, { schemas: { P0: {} } });
  expect(keyPropertyNotes(api, api.operations, schemas)).toEqual([]);
});

describe("a key that the spec declares as a parameter in several places, or beside its security scheme", () => {
  const text: JsonObject = { type: "string" };
  const parameter = (place: string, name: string, required = true): Json => ({
    name,
    in: place,
    required,
    schema: text,
  });
  const schemes: JsonObject = {
    api_key: { type: "apiKey", in: "query", name: "key" },
    api_token: { type: "apiKey", in: "query", name: "token" },
    oauth: { type: "oauth2", flows: {} },
  };
  const bearer: Credential = { in: "header", name: "authorization", secret: "O", prefix: "Bearer " };
  const key = (secret: string): Credential => ({ in: "query", name: "key", secret });
  const token = (place: "query" | "header"): Credential => ({ in: place, name: "token", secret: "T" });
  const both = [parameter("query", "key"), parameter("query", "token")];
  const either: Json = [{ api_key: [] }, { api_token: [] }];

  /** What each operation sends, and the names of the parameters that are left to callers. */
  function sent(operations: JsonObject[], secrets: Record<string, Secret>, securitySchemes: JsonObject): Json {
    const paths = operations.map((item, index): [string, Json] => [`/${index}`, { get: answering(true, item) }]);
    const plan = planned(apiOf(Object.fromEntries(paths), { securitySchemes }), { secrets });
    const { credentials } = backendOf(plan);
    return plan.api.operations.map(
      ({ id, parameters }): Json => [
        ...backendOperation(plan, id).credentials.map((name) => credentials[name] as unknown as JsonObject),
        ...parameters.map(({ name }) => name),
      ],
    );
  }

  it.each<[what: string, operations: JsonObject[], secrets: Record<string, Secret>, wanted: unknown]>([
    [
      "each place of its own",
      [
        { parameters: [parameter("header", "token")], security: [{ oauth: [] }] },
        { parameters: [parameter("query", "token")], security: [{ oauth: [] }] },
      ],
      { oauth: "O", token: "T" },
      [
        [bearer, token("header")],
        [bearer, token("query")],
      ],
    ],
    [
      "which may be null",
      [
        {
          parameters: [{ name: "token", in: "header", schema: { type: ["string", "null"] } }],
          security: [{ oauth: [] }],
        },
      ],
      { oauth: "O", token: "T" },
      [[bearer, token("header")]],
    ],
    ["once, by its scheme", [{ parameters: both, security: either }], { api_key: "K" }, [[key("K"), "token"]]],
    ["once, by the parameter", [{ parameters: both, security: either }], { key: "K" }, [[key("K"), "token"]]],
    [
      "once, by both, for one secret",
      [{ parameters: both, security: either }],
      { key: "K", api_key: "K" },
      [[key("K"), "token"]],
    ],
    [
      "each of two",
      [{ parameters: both, security: either }],
      { key: "K", api_token: "T" },
      [[key("K"), token("query")]],
    ],
    [
      "if no security is declared",
      [{ parameters: both, security: either }, { parameters: both }],
      { key: "K", token: "T" },
      [
        [key("K"), token("query")],
        [key("K"), token("query")],
      ],
    ],
    [
      "by one of two schemes",
      [{ parameters: [parameter("query", "key")], security: [{ other: [] }] }],
      { key: "K" },
      [[key("K")]],
    ],
    [
      "by its scheme where operations have no such parameter",
      [{ security: [{ api_key: [] }] }, { parameters: [parameter("query", "key")] }, {}],
      { key: "K" },
      [[key("K")], [key("K")], []],
    ],
    [
      "of all operations, in a spec without security",
      [{}, { parameters: both }],
      { api_key: "K", token: "T" },
      [
        [key("K"), token("query")],
        [key("K"), token("query")],
      ],
    ],
  ])("is sent %s", (_, operations, secrets, wanted) => {
    const other: JsonObject = { type: "apiKey", in: "query", name: "key" };
    expect(sent(operations, secrets, { ...schemes, other })).toEqual(wanted);
  });

  it("is not named twice with two secrets", () => {
    const api = apiOf(
      { "/a": { get: answering(true, { parameters: both, security: either }) } },
      { securitySchemes: schemes },
    );
    const secrets = { api_key: "K", key: "L", api_token: "T" };
    const [found, ...more] = thrownBy(() => planned(api, { secrets }));
    expect([found?.code, found?.setting, more]).toEqual(["B44-312", ["via", "function", "secrets", "key"], []]);
    expect(found?.message).toContain(
      "the parameter key and the security scheme api_key are the same, and both have a secret.",
    );
  });

  it("is reported once, by the name of its secret", () => {
    const paths: JsonObject = {
      "/a": { get: answering(true, { parameters: both, security: either }) },
      "/b": { get: answering(true, { parameters: both }) },
    };
    const said = (secrets: Record<string, Secret>, operations: JsonObject) =>
      saidOf(() => planned(apiOf(operations, { securitySchemes: schemes }), { secrets }).diagnostics);
    const codes = said({}, { "/a": paths["/a"]! }).map(({ code }) => code);
    expect(codes).toEqual(["B44-311"]);
    const helps = said({ api_key: "K" }, paths).filter(({ code }) => code === "B44-324");
    expect(helps.map(({ help }) => help)).toEqual([expect.stringContaining('secrets: { "api_token": "NAME" }')]);
  });
});

describe("HTTP authentication that needs more than a secret", () => {
  const signed = [
    "acme-hmac-sha256",
    "digest",
    "Digest",
    "hoba",
    "mutual",
    "negotiate",
    "ntlm",
    "oauth",
    "scram-sha-256",
    "vapid",
  ];

  /** The API with two operations, the first of which is authorised so. */
  const apiBy = (scheme: string, security: Json) => {
    const schemes: JsonObject = {
      signed: { type: "http", scheme },
      key: securitySchemes.key!,
      tls: securitySchemes.tls!,
    };
    const paths: JsonObject = { "/a": { get: answering(true, { security }) }, "/b": { get: answering(true) } };
    return apiOf(paths, { securitySchemes: schemes });
  };

  it.each([...signed, "mutualTLS"])("%s keeps an operation out that has nothing else", (scheme) => {
    const name = scheme === "mutualTLS" ? "tls" : "signed";
    const plan = planned(apiBy(scheme, [{ [name]: [] }]));
    const said = plan.diagnostics.filter(({ code }) => code === "B44-309");
    const words = name === "tls" ? "a client certificate" : `HTTP ${scheme.toLowerCase()}`;
    expect(said.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        `A function cannot call get:/a: it is authorised by ${name} (${words}), which needs more than a secret.`,
      ],
    ]);
    expect(plan.api.operations.map(({ id }) => id)).toEqual(["get:/b"]);
  });

  it("is passed over for another alternative", () => {
    const api = apiBy("digest", [{ signed: [] }, { key: [] }]);
    expect(backendOperation(planned(api, { secrets: { key: "KEY" } }), "get:/a").credentials).toEqual(["key"]);
    expect(thrownBy(() => planned(api)).map(({ code }) => code)).toEqual(["B44-311"]);
  });

  it("does not match a secret, except with the prefix that the API actually uses", () => {
    const api = apiBy("digest", [{ signed: [] }]);
    const [found] = thrownBy(() => planned(api, { secrets: { signed: "KEY" } }));
    expect([found?.code, found?.message]).toEqual([
      "B44-312",
      expect.stringContaining("signed (HTTP digest) needs more than a secret"),
    ]);
    const plan = planned(api, { secrets: { signed: { name: "KEY", prefix: "Digest " } } });
    expect(backendOf(plan).credentials).toEqual({
      signed: { in: "header", name: "authorization", secret: "KEY", prefix: "Digest " },
    });
  });

  it("is not satisfied by a connector's token", () => {
    const schemes: JsonObject = { signed: { type: "http", scheme: "ntlm" }, oauth: { type: "oauth2", flows: {} } };
    const paths: JsonObject = {
      "/a": { get: answering(true, { security: [{ signed: [] }] }) },
      "/b": { get: answering(true, { security: [{ oauth: [] }] }) },
    };
    const connection = { kind: "workspace", id: "c0ffee" } as const;
    const plan = planned(apiOf(paths, { securitySchemes: schemes }), { connection });
    expect(plan.api.operations.map(({ id }) => id)).toEqual(["get:/b"]);
  });
});

describe("unknown security", () => {
  it.each([`"other"`, `["other"]`, `{"other":[]}`, "false", "{}", "[null]", `[{"other":[]}]`])(
    "%s: is an error without a secret for it (B44-311)",
    (security) => {
      expect(thrownBy(() => planned(apiWith([security]))).map(({ code }) => code)).toContain("B44-311");
      const ofDocument = apiWith([undefined], { security: JSON.parse(security) });
      expect(thrownBy(() => planned(ofDocument)).map(({ code }) => code)).toContain("B44-311");
    },
  );

  it("is the scheme in its text", () => {
    const plan = planned(apiWith([`"key"`]), { secrets: { key: "KEY" } });
    expect(backendOperation(plan).credentials).toEqual(["key"]);
  });

  it.each([`"other"`, "false"])("%s: is nothing to a custom integration", (security) => {
    const plan = planApi(apiWith([security]), { via: "integration" }, { anyNumber: false });
    expect(plan.operations.map(({ transport }) => transport)).toEqual(["integration"]);
  });
});

import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/json/index.js";
import { answering, built, openapi, specOf, thrownBy } from "../support/pipeline.js";
import { apiOf, backendOf, planned, type TestWay } from "./support.js";

const securitySchemes: JsonObject = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  basic: { type: "http", scheme: "basic" },
  oauth: { type: "oauth2", flows: {} },
  oauthToo: { type: "oauth2", flows: {} },
  old: { type: "http", scheme: "bearer", deprecated: true },
};

/** An API with one operation for each `security`; undefined says nothing, as its document does. */
function apiWith(security: readonly (Json | undefined)[], schemes: JsonObject = securitySchemes) {
  const paths = security.map((one, index): [string, Json] => [
    `/${index}`,
    { get: answering(true, one === undefined ? {} : { security: one }) },
  ]);
  const rest = { servers: [{ url: "https://example.com" }] };
  return built(specOf(openapi(Object.fromEntries(paths), { securitySchemes: schemes }, rest))).api;
}

function said(code: string, { diagnostics }: ReturnType<typeof planned>) {
  return diagnostics
    .filter((item) => item.code === code)
    .map(({ severity, message, help }) => ({ severity, message, help }));
}

describe("calls that are sent without credentials (B44-334)", () => {
  const withBasic =
    /^To authorise them, name a secret in the config: via: \{ function: \{ secrets: \{ "basic": "NAME_OF_THE_SECRET" \} \} \}\. The value of the secret for basic is `user:password`\. If they need no credentials, there is nothing to do/;

  it.each<[what: string, security: (Json | undefined)[], way: TestWay, message: string, help: RegExp]>([
    [
      "what the spec offers",
      [[{ key: [] }, { basic: [] }, {}], [{}], [{ key: [] }]],
      { secrets: { key: "KEY" } },
      "",
      /./,
    ],
    [
      "what the spec offers, and nobody named",
      [[{ key: [] }, { basic: [] }, {}], [{}, { key: [] }], [{}]],
      {},
      "Calls of my-api are sent without credentials (get:/0, get:/1): the spec allows it, and the config names no secret.",
      withBasic,
    ],
    [
      "schemes that nothing takes by the spec",
      [undefined, undefined],
      {},
      "Calls of my-api are sent without credentials (get:/0, get:/1): the spec never says how they are authorised.",
      /^If the API needs credentials, name a secret in the config: .*"oauth": "NAME_OF_THE_SECRET".* a connector renews its token\. If it is open to everyone/,
    ],
    ["a header with a secret", [undefined], { headers: { "X-Key": { secret: "KEY" } } }, "", /./],
    ["secrets for a spec that is silent", [undefined], { secrets: { key: "KEY" } }, "", /./],
    ["an operation that says nothing beside others", [undefined, [{ key: [] }]], { secrets: { key: "KEY" } }, "", /./],
    ["a connector", [undefined, [{ key: [] }, {}]], { connection: { kind: "workspace", id: "c0ffee" } }, "", /./],
  ])("%s", (_, security, way, message, help) => {
    const found = said("B44-334", planned(apiWith(security), way));
    expect(found.map((item) => item.message)).toEqual(message ? [message] : []);
    for (const item of found) {
      expect(item.severity).toBe("info");
      expect(item.help).toMatch(help);
    }
  });

  it("a spec without security gets help for sending a header", () => {
    const [found, ...more] = said("B44-334", planned(apiWith([undefined, undefined], {})));
    expect([found?.help, more]).toEqual([
      'If the API needs credentials, set the header in the config: headers: { Authorization: { secret: "NAME", prefix: "Bearer " } }. If it is open to everyone, there is nothing to do.',
      [],
    ]);
  });
});

describe("a secret that no call uses (B44-335)", () => {
  it.each<
    [
      what: string,
      security: (Json | undefined)[],
      secrets: Record<string, string>,
      unsent?: string,
      why?: string,
      help?: string,
    ]
  >([
    ["each is sent", [[{ key: [] }], [{ basic: [] }]], { key: "KEY", basic: "PAIR" }],
    ["a spec that is silent takes all", [undefined], { key: "KEY", basic: "PAIR" }],
    [
      "another alternative will do",
      [[{ key: [] }, { basic: [] }]],
      { basic: "PAIR", key: "KEY" },
      "basic",
      "key is enough, and is sent",
      `Remove it from the config; or, to send it with every call, set it as a header: headers: { Authorization: { secret: "NAME", prefix: "Bearer " } }.`,
    ],
    [
      "another makes the same header",
      [[{ oauth: [], oauthToo: [] }]],
      { oauth: "A", oauthToo: "B" },
      "oauthToo",
      "oauth is enough, and is sent",
      `Remove it from the config; or, to send it with every call, set it as a header: headers: { "Authorization": { secret: "B", prefix: "Bearer " } }.`,
    ],
    [
      "the other half is not named",
      [[{ key: [], basic: [] }, {}]],
      { key: "KEY" },
      "key",
      "it is used together with basic, for which the config has no secret",
      `Add one for basic, or remove it from the config; or, to send it with every call, set it as a header: headers: { "X-Key": { secret: "KEY" } }.`,
    ],
  ])("%s", (_, security, secrets, unsent, why, help) => {
    const plan = planned(apiWith(security), { secrets });
    const message = `No call of my-api sends the secret for ${unsent}: according to the spec, ${why}.`;
    expect(said("B44-335", plan)).toEqual(unsent ? [{ severity: "warning", message, help }] : []);
    const asked = said("B44-313", plan)
      .map(({ message }) => message)
      .join();
    for (const [name, secret] of Object.entries(secrets)) expect(asked.includes(secret)).toBe(name !== unsent);
    expect(Object.keys(backendOf(plan).credentials).sort()).toEqual(
      Object.keys(secrets)
        .filter((name) => name !== unsent)
        .sort(),
    );
  });

  it("is reported with the line of the config", () => {
    const plan = planned(apiWith([[{ key: [], basic: [] }, {}]]), { secrets: { key: "KEY" } });
    expect(plan.diagnostics.find(({ code }) => code === "B44-335")?.setting).toEqual([
      "via",
      "function",
      "secrets",
      "key",
    ]);
  });
});

describe("a key that is the whole header Authorization (B44-336)", () => {
  /** What is said of the one scheme with this name and description. */
  const saidOf = (name: string, description: string, secret: string | { name: string; prefix?: string } = "KEY") => {
    const scheme = { type: "apiKey", in: "header", name: "authorization", description };
    const api = apiOf(
      { "/a": { get: answering(true, { security: [{ [name]: [] }] }) } },
      { securitySchemes: { [name]: scheme } },
    );
    return said("B44-336", planned(api, { secrets: { [name]: secret } }));
  };

  it.each<[name: string, description: string, prefix: string, isNamed: boolean]>([
    ["auth", "", "Bearer ", false],
    ["auth", "An API token of yours", "Bearer ", false],
    ["BearerToken", "Bearer Token authentication", "Bearer ", true],
    ["Bearer", "", "Bearer ", true],
    ["BotToken", "Discord bot token", "Bot ", true],
    ["auth_header", 'The word "Basic" followed by a space and your API Key, base64 encoded', "Basic ", true],
    ["AuthorizationHeaderToken", 'API tokens must be prepended with "token" followed by a space.', "token ", true],
    ["auth", "Given as `Authorization: Key YOUR_KEY`", "Key ", true],
    ["auth", "in the format Token {token}, no bearer", "Token ", true],
    ["auth", "Basic Authorization header using the Bearer scheme.", "Bearer ", true],
  ])("%s, %s: %s", (name, description, prefix, isNamed) => {
    const [found, ...more] = saidOf(name, description);
    expect([found?.severity, found?.message, more]).toEqual([
      "info",
      "The Authorization header of my-api is the value of the secret KEY, without a prefix.",
      [],
    ]);
    expect(found?.help).toContain(`secrets: { "${name}": { name: "KEY", prefix: "${prefix}" } }`);
    expect(found?.help?.includes("according to the spec")).toBe(isNamed);
  });

  it.each(["Bot ", ""])("is not where the config says %j", (prefix) => {
    expect(saidOf("BotToken", "", { name: "KEY", prefix })).toEqual([]);
  });
});

describe("the expected value of a secret", () => {
  it("HTTP basic: user and password", () => {
    const [lacking] = thrownBy(() => planned(apiWith([[{ key: [] }, { basic: [] }]])));
    expect(lacking?.help).toMatch(
      /"basic": "NAME_OF_THE_SECRET".* The value of the secret for basic is `user:password`\.$/,
    );
    const named = (secret: string | { username: string }) =>
      said("B44-313", planned(apiWith([[{ basic: [] }]]), { secrets: { basic: secret } })).map(({ help }) => help);
    expect(named("PAIR")).toEqual(["Set it once for the app: base44 secrets set PAIR=user:password"]);
    expect(named({ username: "USER" })).toEqual(["Set it once for the app: base44 secrets set USER=…"]);
  });

  it("HTTP bearer: any string", () => {
    const schemes: JsonObject = { bearer: { type: "http", scheme: "bearer" } };
    const [lacking] = thrownBy(() => planned(apiWith([[{ bearer: [] }]], schemes)));
    expect(lacking?.help).toMatch(/"bearer": "NAME_OF_THE_SECRET".* with `base44 secrets set`\.$/);
  });

  it("OAuth: a token that expires, for which a connector is better", () => {
    const [lacking] = thrownBy(() => planned(apiWith([[{ basic: [] }, { oauth: [], oauthToo: [] }]])));
    expect(lacking?.help).toContain('secrets: { "oauth": "NAME_OF_THE_SECRET" }');
    expect(lacking?.help).toMatch(
      /With most APIs, the token for oauth expires, and nothing renews a secret; a connector renews its token\.$/,
    );
    const [found] = said("B44-313", planned(apiWith([[{ oauth: [] }]]), { secrets: { oauth: "TOKEN" } }));
    expect(found?.help).toBe(
      "Set it once for the app: base44 secrets set TOKEN=…\nWith most APIs, an OAuth token (TOKEN) expires, and nothing renews a secret; a connector renews its token.",
    );
  });

  it("that is deprecated is used if no other is named", () => {
    const api = apiWith([[{ old: [] }, { key: [] }], [{ old: [] }]]);
    const taken = backendOf(planned(api, { secrets: { old: "OLD", key: "KEY" } })).operations;
    expect([...taken.values()].map(({ credentials }) => credentials)).toEqual([["key"], ["old"]]);
  });

  it.each<[security: Json, proposed: string]>([
    [[{ key: [] }, { oauth: [] }, { basic: [] }], "oauth"],
    [[{ basic: [] }, { key: [] }], "basic"],
    [[{ oauth: [], key: [] }, { basic: [] }], "basic"],
    [[{ old: [] }, { key: [] }], "key"],
  ])("is asked for by the better way: %j", (security, proposed) => {
    const [lacking] = thrownBy(() => planned(apiWith([security])));
    expect(lacking?.help).toContain(`secrets: { "${proposed}": "NAME_OF_THE_SECRET" }`);
  });
});

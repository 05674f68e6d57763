import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defineConfig, functionFolderName, loadConfig } from "../../src/config/index.js";
import { project } from "./project.js";

async function configOf(text: string) {
  const folder = project({ "b44-gen.config.ts": text });
  return (await loadConfig(join(folder, "b44-gen.config.ts"))).config;
}

const GOOD = `spec: "./s.yaml", operations: ["get:/a"]`;

test("a config with every key, and its defaults", async () => {
  const config = await configOf(`
import { defineConfig } from "b44-gen";

export default defineConfig({
  client: "@/api/base44Client",
  output: "src/api/generated",
  errors: "result",
  apis: {
    "my-crm": { spec: "./specs/crm.yaml", via: "integration", operations: ["tag:Contacts", "get:/deals/{id}"] },
    calendar: {
      spec: "https://example.com/calendar.yaml",
      operations: ["get:/users/me/calendarList"],
      via: { connector: "googlecalendar" },
      scopes: "least",
      access: "user",
    },
    mail: {
      spec: "./specs/mail.json",
      via: { function: { secrets: { bearerAuth: "MAIL_API_KEY" } } },
      operations: ["post:/mail/send"],
      access: { "post:/mail/send": "admin" },
      headers: { "X-Api-Version": "2" },
      responseHeaders: ["X-Quota"],
      baseUrl: "https://api.example.com/v3",
      timeout: 5_000,
      validate: false,
    },
  },
  functions: {
    sendInvoice: {
      input: "./specs/own.yaml#/components/schemas/Invoice",
      output: { type: "object" },
      access: "admin",
    },
    ping: {},
  },
  targets: ["app", "functions"],
});
`);
  const defaults = {
    scopes: "least",
    access: "user",
    headers: {},
    names: {},
    requestHeaders: [],
    responseHeaders: [],
    streams: [],
    timeout: 60000,
    validate: true,
    allowFile: [],
    allowHost: [],
  };
  expect(config).toEqual({
    client: "@/api/base44Client",
    output: "src/api/generated",
    errors: "result",
    apis: {
      "my-crm": {
        ...defaults,
        spec: "./specs/crm.yaml",
        via: "integration",
        operations: ["tag:Contacts", "get:/deals/{id}"],
      },
      calendar: {
        ...defaults,
        spec: "https://example.com/calendar.yaml",
        via: { connector: "googlecalendar" },
        operations: ["get:/users/me/calendarList"],
      },
      mail: {
        ...defaults,
        spec: "./specs/mail.json",
        via: { function: { secrets: { bearerAuth: "MAIL_API_KEY" } } },
        operations: ["post:/mail/send"],
        access: { "post:/mail/send": "admin" },
        headers: { "X-Api-Version": "2" },
        responseHeaders: ["X-Quota"],
        baseUrl: "https://api.example.com/v3",
        timeout: 5000,
        validate: false,
      },
    },
    functions: {
      sendInvoice: {
        input: "./specs/own.yaml#/components/schemas/Invoice",
        output: { type: "object" },
        access: "admin",
      },
      ping: { access: "user" },
    },
    targets: ["app", "functions"],
  });
});

describe("is accepted", () => {
  test.each<[key: string, value: string]>([
    ["via", `{ connector: "slack" }`],
    ["via", `{ connector: { workspace: "64b7f0c2a1d3e4f5a6b7c8d9" } }`],
    ["via", `{ connector: { appUser: "conn-1" } }`],
    ["via", `{ connector: { metered: "some_new-type2" } }`],
    ["via", `{ function: { secrets: {} } }`],
    ["via", `{ function: { secrets: { apiKey: { name: "_key1" } } } }`],
    ["via", `{ function: { secrets: { apiKey: { name: "KEY", prefix: "Bearer " } } } }`],
    ["via", `{ function: { secrets: { "basic auth": { username: "STRIPE_KEY" } } } }`],
    ["via", `{ function: { secrets: { basic: { username: "USER_1", password: "PASSWORD_1" } } } }`],
    ["via", `{ function: { secrets: { a: "MY_LONG_SECRET_NAME_2_FOR_THE_V3_API_OF_2024" } } }`],
    ["via", `{ function: { secrets: { a: "myVeryLongSecretNameForTheMailApiOfAcmeVersion2" } } }`],
    ["via", `{ function: { secrets: { a: "SK_LIVE_KEY_OF_THE_SHOP", b: "skey" } } }`],
    ["scopes", `["https://example.com/auth/calendar.readonly"]`],
    ["scopes", `[]`],
    ["access", `"public"`],
    ["access", `{ "get:/a/{b}": "public", "query:/a b": "user" }`],
    ["access", `{}`],
    ["headers", `{ "x-a": "", "X_B~!": "caf\\u00e9\\tau lait", "Accept-Language": "sk-SK", "X-Locale": "sk_SK" }`],
    ["headers", `{ Authorization: { secret: "MAIL_API_KEY", prefix: "Bearer " }, "X-Api-Key": { secret: "KEY" } }`],
    ["headers", `{ "X-Atlassian-Token": "no-check", "X-Api-Key-Version": "2024-01-01", "X-Token": "none" }`],
    ["headers", `{ "User-Agent": "some-app/1.0 (https://example.com; someone@example.com) node/20.19.1" }`],
    ["headers", `{ "X-Tenant": "7b4e61b0-4f7e-4a64-8b3a-3a1f0b0f3d11" }`],
    ["baseUrl", `"http://localhost:3000"`],
    ["baseUrl", `"https://{subdomain}.example.com/{version}/api/"`],
    ["baseUrl", `"https://example.{tld}:{port}"`],
    ["baseUrl", `"https://{host}"`],
    ["timeout", `1`],
    ["timeout", `300000`],
  ])("%s: %s", async (key, value) => {
    const config = await configOf(`export default { apis: { a: { ${GOOD}, ${key}: ${value} } } };`);
    expect(config.apis.a).toHaveProperty(key);
  });

  test("keys of another transport, which are kept for when it is changed back", async () => {
    const keys = `scopes: ["a"], access: "admin", headers: { "X-A": "1" }, baseUrl: "https://example.com", timeout: 1`;
    const config = await configOf(`export default { apis: { a: { ${GOOD}, via: "integration", ${keys} } } };`);
    expect(config.apis.a).toMatchObject({ via: "integration", scopes: ["a"], access: "admin", timeout: 1 });
  });

  test("an inline schema, unchanged", async () => {
    const schema = `{ type: "object", properties: { a: { enum: [1, null, "x"], default: false } }, "x-own": [{}] }`;
    const config = await configOf(`export default { functions: { f: { input: ${schema}, output: {} } } };`);
    expect(config.functions.f).toEqual({
      input: {
        type: "object",
        properties: { a: { enum: [1, null, "x"], default: false } },
        "x-own": [{}],
      },
      output: {},
      access: "user",
    });
  });

  test("APIs with the same folder name, if they have no folder", async () => {
    const config = await configOf(
      `export default { apis: { my_crm: { ${GOOD} }, "my-crm": { ${GOOD}, via: { connector: "a" } } }, functions: { my_crm: {} } };`,
    );
    expect(Object.keys(config.apis)).toEqual(["my_crm", "my-crm"]);
  });
});

test.each([
  ["my-crm", "my-crm"],
  ["myCrm", "my-crm"],
  ["my_crm", "my-crm"],
  ["MyCRMApi", "my-crm-api"],
  ["CRM", "crm"],
  ["crm2Api", "crm2-api"],
  ["a__b--", "a-b"],
  ["a-B_c", "a-b-c"],
  ["9", "9"],
])("the function folder of %s is %s", (name, wanted) => {
  expect(functionFolderName(name)).toBe(wanted);
});

test("defineConfig accepts every transport, and nothing else", () => {
  const api = { spec: "./s.yaml", operations: ["get:/a"] };
  const config = defineConfig({
    apis: {
      a: { ...api, via: "integration" },
      b: { ...api, via: { connector: "slack" } },
      c: { ...api, via: { connector: { workspace: "ID" } } },
      d: { ...api, via: { connector: { appUser: "ID" } } },
      e: { ...api, via: { connector: { metered: "x" } } },
      f: { ...api, via: { function: { secrets: { a: "A", b: { name: "B", prefix: "b" }, c: { username: "C" } } } } },
      // @ts-expect-error
      g: { ...api, via: "connector" },
      // @ts-expect-error
      h: { ...api, via: { function: { secrets: { a: { nam: "A" } } } } },
      // @ts-expect-error
      i: { ...api, access: { "get:/a": "guest" } },
    },
    functions: { f: { input: { type: "object" }, output: "./own.yaml#/a", access: "public" } },
    targets: ["functions"],
  });
  expect(Object.keys(config.apis ?? {})).toHaveLength(9);
});

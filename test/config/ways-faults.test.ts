import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.js";
import { faultsOf, lines, project } from "./project.js";

const GOOD = `spec: "./s.yaml", operations: ["get:/a"]`;

/** The messages about `apis.a`, with `~` for that path. */
async function ofApi(keys: string): Promise<string[]> {
  const diagnostics = await faultsOf({ "c.ts": `export default { apis: { a: { ${GOOD},\n${keys} } } };` });
  return lines(diagnostics).map((line) => line.replace(" c.ts:", " ").replaceAll("apis.a.", "~"));
}

describe("an invalid transport", () => {
  const wanted = 'must be "integration", `{ connector: … }` or `{ function: … }`';
  const connector =
    'must be a connector type such as "googlecalendar", or one of `{ workspace: ID }`, `{ appUser: ID }` and `{ metered: TYPE }`';
  const id =
    'looks like the ID of a connector, but must be a type: an ID goes into `connector: { workspace: "…" }` or `connector: { appUser: "…" }`';
  test.each<[keys: string, wanted: string]>([
    [
      `via: "connector"`,
      'B44-504 2:1 `~via` must name its connector, for example `via: { connector: "googlecalendar" }`, but it is "connector".',
    ],
    [
      `via: "function"`,
      'B44-504 2:1 `~via` must name the secrets that it sends, for example `via: { function: { secrets: { bearerAuth: "MAIL_API_KEY" } } }` or `via: { function: {} }`, but it is "function".',
    ],
    [`via: "rest"`, `B44-504 2:1 \`~via\` ${wanted}, but it is "rest".`],
    [`via: null`, `B44-504 2:1 \`~via\` ${wanted}, but it is null.`],
    [`via: {}`, `B44-504 2:1 \`~via\` ${wanted}, but it is an object.`],
    [
      `via: { connector: "a", function: {} }`,
      `B44-504 2:1 \`~via\` ${wanted}, but it is an object with \`connector\` and \`function\`.`,
    ],
    [`via: { conector: "a" }`, "B44-504 2:8 Unknown key `~via.conector`: did you mean `connector`?"],
    [`via: { functions: {} }`, "B44-504 2:8 Unknown key `~via.functions`: did you mean `function`?"],
    [`via: { connector: "a", scopes: [] }`, "B44-504 2:24 Unknown key `~via.scopes`."],
    [`via: { connector: 5 }`, `B44-504 2:8 \`~via.connector\` ${connector}, but it is 5.`],
    [`via: { connector: {} }`, `B44-504 2:8 \`~via.connector\` ${connector}, but it is an object.`],
    [
      `via: { connector: { workspace: "a", appUser: "b" } }`,
      `B44-504 2:8 \`~via.connector\` ${connector}, but it is an object with \`workspace\` and \`appUser\`.`,
    ],
    [
      `via: { connector: { workspaceId: "a" } }`,
      "B44-504 2:21 Unknown key `~via.connector.workspaceId`: did you mean `workspace`?",
    ],
    [`via: { connector: { appUser: "" } }`, "B44-504 2:21 `~via.connector.appUser` must be the ID of a connector."],
    [
      `via: { connector: { workspace: 7 } }`,
      "B44-504 2:21 `~via.connector.workspace` must be the ID of a connector (a string), but it is 7.",
    ],
    [
      `via: { connector: "Google Calendar" }`,
      'B44-504 2:8 `~via.connector` must be a connector type such as "googlecalendar": lower-case letters, digits, `_` and `-`, but it is "Google Calendar".',
    ],
    [
      `via: { connector: "64b7f0c2a1d3e4f5a6b7c8d9" }`,
      `B44-504 2:8 \`~via.connector\` ${id}, but it is "64b7f0c2a1d3e4f5a6b7c8d9".`,
    ],
    [
      `via: { connector: { metered: "7b4e61b0-4f7e-4a64-8b3a-3a1f0b0f3d11" } }`,
      `B44-504 2:21 \`~via.connector.metered\` ${id}, but it is "7b4e61b0-4f7e-4a64-8b3a-3a1f0b0f3d11".`,
    ],
    [`via: { function: { secret: {} } }`, "B44-504 2:20 Unknown key `~via.function.secret`: did you mean `secrets`?"],
    [
      `via: { function: "KEY" }`,
      "B44-504 2:8 `~via.function` must be an object, with `secrets` if the API needs credentials, but it is a string.",
    ],
    [
      `via: { function: { secrets: ["KEY"] } }`,
      "B44-504 2:20 `~via.function.secrets` must be an object of secret names by security scheme, but it is an array.",
    ],
  ])("%s", async (keys, message) => {
    expect(await ofApi(keys)).toEqual([message]);
  });
});

describe("a setting without effect", () => {
  const integration = "of a has no effect: calls go through a custom integration.";
  test.each<[keys: string, wanted: string[]]>([
    [`access: "admin"`, [`warning B44-504 2:1 \`access\` ${integration}`]],
    [`timeout: 60000`, [`warning B44-504 2:1 \`timeout\` ${integration}`]],
    [`names: {}, baseUrl: undefined`, []],
    [
      `via: "integration", headers: {}, streams: []`,
      ["warning B44-504 2:21 `headers`, `streams` of a have no effect: calls go through a custom integration."],
    ],
    [`via: { function: {} }, access: "admin", validate: false`, []],
    [
      `via: { function: { secrets: { key: "KEY" } } }, scopes: ["b"]`,
      [
        "warning B44-504 2:49 `scopes` of a has no effect: only OAuth client credentials request scopes, and `secrets` has none.",
      ],
    ],
    [`via: { function: { secrets: { o: { clientId: "A_ID", clientSecret: "A_SECRET" } } } }, scopes: []`, []],
    [`via: { connector: "slack" }, scopes: []`, []],
    [
      `via: { connector: { appUser: "b" } }, scopes: []`,
      [
        "warning B44-504 2:39 `scopes` of a has no effect: the scopes of a connector with an ID are set where the connector was registered.",
      ],
    ],
  ])("%s", async (keys, wanted) => {
    const text = `export default { apis: { a: { ${GOOD},\n${keys} } } };`;
    const { warnings } = await loadConfig(join(project({ "c.ts": text }), "c.ts"));
    expect(warnings.map((item) => `${item.severity} ${lines([item])[0]?.replace(/ \S*c\.ts:/, " ")}`)).toEqual(wanted);
  });
});

describe("an invalid", () => {
  const operationId =
    "is not an operation id: write the method in lower case, a colon and the path, for example `post:/mail/send`.";
  const access = '`~access` must be "user", "admin" or "public", or an object of them by operation id';
  const literal =
    'looks like the value of a secret: write `{ secret: "NAME" }` or `{ secret: "NAME", prefix: "Bearer " }` here, and store the value with `base44 secrets set`.';
  const url = "`~baseUrl` must be an absolute http or https URL; it may contain `{name}` placeholders.";
  const timeout = "`~timeout` must be a whole number of milliseconds from 1 to 300000, but it is";
  test.each<[keys: string, wanted: string]>([
    [`scopes: "all"`, 'B44-504 2:1 `~scopes` must be "least" or an array of scopes (strings), but it is "all".'],
    [`scopes: [""]`, "B44-504 2:10 `~scopes[0]` must not be empty."],
    [`access: "guest"`, `B44-504 2:1 ${access}, but it is "guest".`],
    [`access: ["user"]`, `B44-504 2:1 ${access}, but it is an array.`],
    [
      `access: { "post:/a": "guest" }`,
      'B44-504 2:11 `~access["post:/a"]` must be "user", "admin" or "public", but it is "guest".',
    ],
    [`access: { sendMail: "user" }`, `B44-504 2:11 The key "sendMail" of \`~access\` ${operationId}`],
    [`access: { "POST:/a": "user" }`, `B44-504 2:11 The key "POST:/a" of \`~access\` ${operationId}`],
    [`access: { "/a": "user" }`, `B44-504 2:11 The key "/a" of \`~access\` ${operationId}`],
    [`headers: ["a"]`, "B44-504 2:1 `~headers` must be an object of values by header name, but it is an array."],
    [`headers: { "X A": "b" }`, 'B44-504 2:12 The key "X A" of `~headers` is not a valid header name.'],
    [
      `headers: { "X-A": 2 }`,
      "B44-504 2:12 `~headers.X-A` must be a string, or `{ secret, prefix }`, but it is a number.",
    ],
    [
      `headers: { "X-A": "a\\r\\nb" }`,
      "B44-504 2:12 `~headers.X-A` must be one line of Latin-1 characters, because it is a header value.",
    ],
    [`headers: { "X-A": "a", "x-a": "b" }`, "B44-504 2:24 `~headers.x-a` is the same header as `X-A`."],
    [`headers: { authorization: "a" }`, `B44-509 2:12 \`~headers.authorization\` ${literal}`],
    [`headers: { "X-Api-Key": "abc-def-123456" }`, `B44-509 2:12 \`~headers.X-Api-Key\` ${literal}`],
    [
      `headers: { "X-A": { name: "A" } }`,
      "B44-504 2:12 `~headers.X-A.secret` is missing: it must be the name of a secret (a string).",
    ],
    ...["authorization", "Content-Type", "Connection"].map((name): [string, string] => [
      `requestHeaders: ["${name}"]`,
      `B44-504 2:18 \`~requestHeaders[0]\` must not be a header that the function sets for its connection, content or credentials, but it is "${name}".`,
    ]),
    [
      `responseHeaders: ["Set-Cookie"]`,
      'B44-504 2:19 `~responseHeaders[0]` must not be a header of the function\'s connection or session, but it is "Set-Cookie".',
    ],
    [`responseHeaders: ["a b"]`, 'B44-504 2:19 `~responseHeaders[0]` must be a valid header name, but it is "a b".'],
    [
      `names: { chat: "chat" }`,
      'B44-504 2:10 The key "chat" of `~names` is not an operation id: write the method in lower case, a colon and the path, for example `post:/mail/send`.',
    ],
    [
      `names: { "post:/chat": "post chat" }`,
      'B44-504 2:10 `~names["post:/chat"]` is not a valid function name: use letters, digits, `_` and `$`, and do not start with a digit, but it is "post chat".',
    ],
    [
      `streams: ["chat"]`,
      'B44-504 2:11 `~streams[0]` is not an operation id: write the method in lower case, a colon and the path, for example `post:/mail/send`, but it is "chat".',
    ],
    [`baseUrl: "api.example.com"`, `B44-504 2:1 ${url}`],
    [`baseUrl: "ftp://example.com"`, `B44-504 2:1 ${url}`],
    [`baseUrl: "https://a b"`, `B44-504 2:1 ${url}`],
    [`baseUrl: "https://{a.example.com"`, `B44-504 2:1 ${url}`],
    [
      `baseUrl: "https://user@example.com"`,
      "B44-504 2:1 `~baseUrl` must not contain a user name or password: use `secrets` or `headers`.",
    ],
    [
      `baseUrl: "https://example.com/?"`,
      "B44-504 2:1 `~baseUrl` must not contain `?` or `#`: paths are appended to it.",
    ],
    [`timeout: 0`, `B44-504 2:1 ${timeout} 0.`],
    [`timeout: 300001`, `B44-504 2:1 ${timeout} 300001.`],
    [`timeout: 1.5`, `B44-504 2:1 ${timeout} 1.5.`],
    [`timeout: "5s"`, `B44-504 2:1 ${timeout} "5s".`],
    [`validate: "no"`, 'B44-504 2:1 `~validate` must be true or false, but it is "no".'],
  ])("%s", async (keys, message) => {
    expect((await ofApi(keys)).slice(0, message.includes("is missing") ? 1 : undefined)).toEqual([message]);
  });
});

describe("own functions and targets", () => {
  const schema =
    "must be a JSON schema (an object), or a reference such as `./specs/own.yaml#/components/schemas/Invoice`";
  const reference = "must be a file and a JSON pointer, for example `./specs/own.yaml#/components/schemas/Invoice`";
  const name = "it must start with a letter and contain only letters, digits, `-` and `_`";
  test.each<[keys: string, wanted: string[]]>([
    [`functions: { f: { input: 5 } }`, [`B44-504 c.ts:2:19 \`functions.f.input\` ${schema}, but it is 5.`]],
    [
      `functions: { f: { output: [] } }`,
      [`B44-504 c.ts:2:19 \`functions.f.output\` ${schema}, but it is an empty array.`],
    ],
    [
      `functions: { f: { input: "./own.yaml" } }`,
      [`B44-504 c.ts:2:19 \`functions.f.input\` ${reference}, but it is "./own.yaml".`],
    ],
    [
      `functions: { f: { input: "#/components/schemas/A" } }`,
      [`B44-504 c.ts:2:19 \`functions.f.input\` ${reference}, but it is "#/components/schemas/A".`],
    ],
    [
      `functions: { f: { input: "https://a.b/c.yaml#/d" } }`,
      [
        'B44-504 c.ts:2:19 `functions.f.input` must be a path relative to the config, not a URL: copy the file into the project, but it is "https://a.b/c.yaml#/d".',
      ],
    ],
    [
      `functions: { f: { input: { properties: { a: { default: () => 1 } } } } }`,
      ["B44-504 c.ts:2:47 `functions.f.input.properties.a.default` must be a JSON value, but it is a function."],
    ],
    [
      `functions: { f: { input: { enum: [1, new Date(0)] } } }`,
      ["B44-504 c.ts:2:38 `functions.f.input.enum[1]` must be a JSON value, but it is an object."],
    ],
    [
      `functions: { f: { input: (() => { const a: any = {}; a.not = a; return a; })() } }`,
      ["B44-504 c.ts:2:19 `functions.f.input.not` must be JSON, which cannot contain itself, but it is an object."],
    ],
    [`functions: { f: { inputs: {} } }`, ["B44-504 c.ts:2:19 Unknown key `functions.f.inputs`: did you mean `input`?"]],
    [
      `functions: { f: { access: { "post:/a": "user" } } }`,
      ['B44-504 c.ts:2:19 `functions.f.access` must be "user", "admin" or "public", but it is an object.'],
    ],
    [
      `functions: { f: "a" }`,
      [
        'B44-504 c.ts:2:14 `functions.f` must be an object, for example `{ input: { … }, output: { … } }`, but it is "a".',
      ],
    ],
    [
      `functions: [{}]`,
      ["B44-504 c.ts:2:1 `functions` must be an object of the app's own functions by name, but it is an array."],
    ],
    [
      `functions: { "mail/send": {}, "a.b": {}, "1a": {}, "__proto__x": {}, ${"x".repeat(65)}: {} }`,
      [
        `B44-504 c.ts:2:14 \`mail/send\` cannot be the name of a function: ${name}.`,
        `B44-504 c.ts:2:31 \`a.b\` cannot be the name of a function: ${name}.`,
        `B44-504 c.ts:2:42 \`1a\` cannot be the name of a function: ${name}.`,
        `B44-504 c.ts:2:52 \`__proto__x\` cannot be the name of a function: ${name}.`,
        `B44-504 c.ts:2:70 \`${"x".repeat(65)}\` cannot be the name of a function: it has more than 64 characters.`,
      ],
    ],
    [
      `functions: { saveThing: {}, "save-thing": {}, save_thing: {}, saveThings: {} }`,
      [
        "B44-504 c.ts:2:29 The functions `saveThing` and `save-thing` get the same name in code, which has neither `-` nor `_`.",
        "B44-504 c.ts:2:47 The functions `save-thing` and `save_thing` get the same name in code, which has neither `-` nor `_`.",
      ],
    ],
    [`targets: []`, ['B44-504 c.ts:2:1 `targets` must contain "app", "functions" or both, but it is an empty array.']],
    [`targets: "app"`, ['B44-504 c.ts:2:1 `targets` must be an array of "app" and "functions", but it is "app".']],
    [
      `targets: ["app", "browser"]`,
      ['B44-504 c.ts:2:18 `targets[1]` must be "app" or "functions", but it is "browser".'],
    ],
    [`targets: ["app", "app"]`, ['B44-504 c.ts:2:18 `targets[1]` must not be listed twice, but it is "app".']],
  ])("%s", async (keys, wanted) => {
    expect(lines(await faultsOf({ "c.ts": `export default { apis: { a: { ${GOOD} } },\n${keys} };` }))).toEqual(wanted);
  });
});

describe("functions that would share a folder", () => {
  const VIA = `{ ${GOOD}, via: { function: {} } }`;
  test.each<[name: string, config: string, wanted: string[]]>([
    [
      "two APIs",
      `apis: { "my-crm": ${VIA},\n myCrm: ${VIA},\n my_crm: { ${GOOD}, via: { connector: "a" } } }`,
      [
        "B44-504 c.ts:2:2 The API `my-crm` and the API `myCrm` use the same function folder, `my-crm`.",
        "B44-504 c.ts:3:2 The API `my-crm` and the API `my_crm` use the same function folder, `my-crm`.",
      ],
    ],
    [
      "an API and an own function",
      `functions: {\n "My-Crm": {} }, apis: { myCrm: ${VIA} }`,
      ["B44-504 c.ts:2:2 The API `myCrm` and the function `My-Crm` use the same function folder, `my-crm`."],
    ],
    [
      "two own functions",
      `functions: { send: {},\n Send: {} }`,
      ["B44-504 c.ts:2:2 The function `send` and the function `Send` use the same function folder, `send`."],
    ],
    [
      "APIs whose names differ in case, once",
      `apis: { crm: ${VIA},\n CRM: ${VIA} }`,
      ["B44-504 c.ts:2:2 The APIs `crm` and `CRM` have names that differ only in upper and lower case."],
    ],
    ["not without a function", `apis: { "my-crm": ${VIA}, my_crm: { ${GOOD} } }`, []],
    ["not with other words", `apis: { crm: ${VIA} }, functions: { sendCrm: {}, "crm-send": {} }`, []],
  ])("%s", async (_, config, wanted) => {
    expect(lines(await faultsOf({ "c.ts": `export default { ${config} };` }))).toEqual(wanted);
  });
});

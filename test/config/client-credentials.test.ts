import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.js";
import { faultsOf, lines, project } from "./project.js";

const BOTH = `clientId: "PAY_ID", clientSecret: "PAY_SECRET"`;

const textWith = (members: string) =>
  `export default { apis: { a: { spec: "./s.yaml", operations: "all",\nvia: { function: { secrets: { oauth: { ${members} } } } } } } };`;

test("client credentials are accepted as written", async () => {
  const given = {
    clientId: "PAY_ID",
    clientSecret: "pay_client_secret",
    tokenUrl: "https://id.acme.com/token?api-version=2",
    authentication: "body",
    parameters: {
      audience: "https://tenant.eu.auth0.com/api/v2/",
      account_id: { secret: "ACCOUNT_ID" },
      grant_type: "x",
    },
  };
  const folder = project({ "c.ts": textWith(JSON.stringify(given).slice(1, -1)) });
  const { config } = await loadConfig(join(folder, "c.ts"));
  expect(config.apis.a?.via).toEqual({ function: { secrets: { oauth: given } } });
});

test.each(["http://localhost:8080/token", "http://127.0.0.1/token", "https://id.acme.com"])(
  "a token URL may be %s",
  async (url) => {
    expect(await faultsOf({ "c.ts": textWith(`${BOTH}, tokenUrl: "${url}"`) })).toEqual([]);
  },
);

describe("a fault is reported at its place", () => {
  const name = "must be the name of a secret (a string)";
  test.each<[members: string, wanted: string]>([
    [`clientId: "PAY_ID"`, `2:31 \`~.clientSecret\` is missing: it ${name}.`],
    [`clientSecret: "PAY_SECRET"`, `2:31 \`~.clientId\` is missing: it ${name}.`],
    [`${BOTH}, tokenURL: "https://id.acme.com"`, "2:88 Unknown key `~.tokenURL`: did you mean `tokenUrl`?"],
    [`clientId: 5, clientSecret: "B"`, `2:40 \`~.clientId\` ${name}, but it is a number.`],
    [`${BOTH}, tokenUrl: "/token"`, "2:88 `~.tokenUrl` must be an absolute https URL."],
    [`${BOTH}, tokenUrl: "https://{tenant}.acme.com"`, "2:88 `~.tokenUrl` must be an absolute https URL."],
    [
      `${BOTH}, tokenUrl: "http://id.acme.com/token"`,
      "2:88 `~.tokenUrl` must be an https URL: with plain http, others could read the secrets.",
    ],
    [
      `${BOTH}, tokenUrl: "https://u:s3cr3t@id.acme.com"`,
      "2:88 `~.tokenUrl` must not contain a user name or password: `clientId` and `clientSecret` name them.",
    ],
    [`${BOTH}, tokenUrl: "https://id.acme.com#s3cr3t"`, "2:88 `~.tokenUrl` must not contain `#`."],
    [`${BOTH}, authentication: "post"`, '2:88 `~.authentication` must be "basic" or "body", but it is "post".'],
    [
      `${BOTH}, parameters: { audience: 5 }`,
      "2:102 `~.parameters.audience` must be a string, or `{ secret }`, but it is a number.",
    ],
    [`${BOTH}, parameters: { client_id: "x" }`, "2:102 `~.parameters.client_id` is already set by `clientId`."],
    [`${BOTH}, parameters: { scope: "read" }`, "2:102 `~.parameters.scope` is already set by `scopes` of the API."],
    [
      `${BOTH}, parameters: { a: { secret: "a b" } }`,
      "2:107 `~.parameters.a.secret` must be the name of a secret: letters, digits and `_`, not starting with a digit.",
    ],
  ])("%s", async (members, wanted) => {
    const found = lines(await faultsOf({ "c.ts": textWith(members) }));
    const said = found.map((line) =>
      line.replace("B44-504 c.ts:", "").replaceAll("apis.a.via.function.secrets.oauth", "~"),
    );
    expect(said).toEqual([wanted]);
  });
});

test.each([
  `clientId: "s3cr3tValue9k2j", clientSecret: "PAY_SECRET"`,
  `clientId: "PAY_ID", clientSecret: "s3cr3tValue9k2j"`,
  `${BOTH}, parameters: { assertion_token: "s3cr3tValue9k2j" }`,
  `${BOTH}, parameters: { a: "${["sk_", "live_s3cr3tValue9k2j"].join("")}" }`,
  `${BOTH}, parameters: { a: { secret: "s3cr3tValue9k2j" } }`,
])("a value in place of a name is refused, and not shown: %s", async (members) => {
  const found = await faultsOf({ "c.ts": textWith(members) });
  expect(found.map(({ code }) => code)).toEqual(["B44-509"]);
  expect(JSON.stringify(found)).not.toContain("s3cr3t");
});

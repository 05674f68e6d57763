import { describe, expect, test } from "vitest";
import { faultsOf, lines } from "./project.js";

const GOOD = `spec: "./s.yaml", operations: ["get:/a"]`;

/** The messages about `apis.a`, with `~` for that path. */
async function ofApi(keys: string): Promise<string[]> {
  const diagnostics = await faultsOf({ "c.ts": `export default { apis: { a: { ${GOOD},\n${keys} } } };` });
  return lines(diagnostics).map((line) => line.replace(" c.ts:", " ").replaceAll("apis.a.", "~"));
}

describe("an invalid secret", () => {
  const wanted =
    "must be the name of a secret (a string), `{ name, prefix }`, `{ username, password }`, or `{ clientId, clientSecret }`";
  const name = "must be the name of a secret: letters, digits and `_`, not starting with a digit";
  test.each<[secret: string, wanted: string]>([
    [`5`, `\`~\` ${wanted}, but it is a number.`],
    [`{ name: "A", username: "B" }`, `\`~\` ${wanted}, but it is an object with \`name\` and \`username\`.`],
    [`""`, `\`~\` ${name}.`],
    [`"my key!"`, `\`~\` ${name}.`],
    [`"1ST_KEY"`, `\`~\` ${name}.`],
    [`{ name: "my-key" }`, `\`~.name\` ${name}.`],
    [`{ username: "a b" }`, `\`~.username\` ${name}.`],
    [`{ prefix: "Bearer " }`, "`~.name` is missing: it must be the name of a secret (a string)."],
    [`{ name: "A", prefx: "B" }`, "Unknown key `~.prefx`: did you mean `prefix`?"],
    [`{ name: "A", prefix: "B\\n" }`, "`~.prefix` must be one line of ASCII characters."],
    [`{}`, `\`~\` ${wanted}, but it is an object.`],
  ])("%s", async (secret, message) => {
    const found = await ofApi(`via: { function: { secrets: { k: ${secret} } } }`);
    expect(found.map((line) => line.replace(/^B44-504 2:\d+ /, "").replace("~via.function.secrets.k", "~"))).toEqual([
      message,
    ]);
  });
});

/** What the config says of a secret, by `name`, `doubt` or `value`: nothing, that it may be one, that it looks like one. */
async function likeness(secret: string): Promise<string> {
  const diagnostics = await faultsOf({
    "c.ts": `export default { apis: { a: { ${GOOD}, via: { function: { secrets: { k: ${secret} } } } } } };`,
  });
  if (diagnostics.length === 0) return "name";
  const [said = ""] = lines(diagnostics);
  const [value = ""] = /(?<=")\w+(?=")/.exec(secret) ?? [];
  expect(JSON.stringify(diagnostics)).not.toContain(value);
  const [, how = said] = /^B44-509 .* (may be|looks like) the value of a secret/.exec(said) ?? [];
  return { "may be": "doubt", "looks like": "value" }[how] ?? how;
}

test.each<[wanted: string, secrets: string[]]>([
  [
    "name",
    [
      ...["MAIL_API_KEY", "TOKEN", "_X", "S3", "K8S_TOKEN", "OAUTH2_CLIENT_SECRET", "STRIPE_LIVE_2", "KEY_20240101"],
      ...["AUTH0_SECRET", "X509_CERT", "ED25519_KEY", "BASE64ENCODEDCLIENTSECRET", "MY_LONG_SECRET_NAME_FOR_THE_CRM_2"],
      ...["resend_api_key", "stripeApiKey", "auth0ClientSecret", "oauth2_token", "apikey", "Crm_Password2", "e2e_key"],
      ...[
        "mycompanynameapikey",
        "s3AccessKeyID",
        "crm_user",
        "OAUTH2SECURITY_KEY",
        "re_captcha_key",
        "accessToken2024",
      ],
    ],
  ],
  ["doubt", ["hunter2", "admin", "stripe_live", "whsec_abcdefghijkl"]],
  [
    "value",
    [
      ...[
        "re_abcdefghijklmnop1234567890",
        "re_AbCd1234_XyZ9876abcdEFGH",
        "whsec_a1b2c3d4e5f6g7h8",
        "glpat_a1B2c3D4e5F6g7H8i9J0",
      ],
      ...["key_live_9f8e7d6c5b4a", "pk_live_51Habc123DEF456ghi", "Zm9vYmFyYmF6cXV4cXV1eDEyMzQ1MA", "JBSWY3DPEHPK3PXP"],
      ...["KEY_JBSWYXDPEHPK3PXP", "A1B2C3D4E5F60718_KEY"],
      ...["A1B2C3D4E5F60718", "a1b2c3d4e5f60718", "aBcDeFgHiJkLmNoP", "abcdefghijklmnopqrst", "dGhpc2lzYXNlY3JldA"],
    ],
  ],
])("a %s", async (wanted, secrets) => {
  for (const secret of secrets) expect([secret, await likeness(`"${secret}"`)]).toEqual([secret, wanted]);
});

test.each<[secret: string, wanted: string]>([
  [`{ name: "stripe_live" }`, "name"],
  [`{ name: "re_abcdefghijklmnop1234567890" }`, "value"],
  [`{ username: "CRM_USER", password: "hunter2" }`, "doubt"],
  [`{ username: "crm_user", password: "crm_password" }`, "name"],
])("%s: a %s", async (secret, wanted) => expect(await likeness(secret)).toBe(wanted));

describe("a value that looks like a secret is not repeated", () => {
  /** In two parts, so that nobody's search for secrets finds them here. */
  const values = [
    ["sk_", "live_abcdefgh"],
    ["sk_", "abcdef"],
    ["ghp_", "abcdefgh"],
    ["github_", "pat_abcdefgh"],
    ["xox", "b-1-2-abcdefgh"],
    ["Bearer ", "abcdef"],
    ["0123456789abcdef", "0123456789abcdef"],
    ["aB3dE5gH7jK9mN1p", "Q3sT5vW7yZ9bC1dE"],
    ["SG.", "abcdefgh.abcdefgh"],
    ["eyJ", "abcdefgh.eyJabcdefgh.abcdefgh"],
  ].map((parts) => parts.join(""));
  const places: [string, (value: string) => string, at: string][] = [
    ["a secret", (value) => `via: { function: { secrets: { k: "${value}" } } }`, "2:31"],
    ["the name of a secret", (value) => `via: { function: { secrets: { k: { name: "${value}" } } } }`, "2:36"],
    ["a prefix", (value) => `via: { function: { secrets: { k: { name: "K", prefix: "${value}" } } } }`, "2:47"],
    ["a password", (value) => `via: { function: { secrets: { k: { password: "${value}" } } } }`, "2:36"],
    ["a header", (value) => `headers: { "X-Some": "${value}" }`, "2:12"],
    ["a header's secret", (value) => `headers: { "X-Some": { secret: "${value}" } }`, "2:24"],
  ];
  test.each(places)("as %s", async (_, keys, at) => {
    for (const value of values) {
      const diagnostics = await faultsOf({ "c.ts": `export default { apis: { a: { ${GOOD},\n${keys(value)} } } };` });
      expect(lines(diagnostics), value).toEqual([
        expect.stringMatching(`^B44-509 c\\.ts:${at} .* looks like the value of a secret: .*base44 secrets set`),
      ]);
      expect(JSON.stringify(diagnostics)).not.toContain(value);
    }
  });

  test("nor is a value of the wrong type in another place", async () => {
    for (const keys of [
      `via: { function: "s3cr3t" }`,
      `via: { function: { secrets: "s3cr3t" } }`,
      `via: { function: { secrets: { k: "s3cr3t!" } } }`,
      `baseUrl: "https://user:s3cr3t@example.com"`,
      `baseUrl: "https://example.com?key=s3cr3t"`,
      `headers: "s3cr3t"`,
      `headers: { Authorization: "s3cr3t" }`,
      `headers: { "X-A": "s3cr3t\\n" }`,
    ]) {
      const found = await ofApi(keys);
      expect(found).toHaveLength(1);
      expect(found[0]).not.toContain("s3cr3t");
    }
  });
});

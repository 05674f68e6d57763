import * as z from "zod";
import { looksLikeSecret } from "../secrets/index.js";
import { mayHoldCredential } from "./header-fault.js";
import { keyNotes } from "./notes.js";
import { SECRET_ISSUE, secretName } from "./secret-name.js";
import { tokenUrl } from "./url.js";

const clientSecret = (holds: string) =>
  secretName().register(keyNotes, {
    type: "string",
    wanted: "the name of a secret (a string)",
    description: `Name of the secret that holds the client's ${holds} (OAuth client credentials).`,
    confidential: true,
  });

const parameterSecret = z.strictObject({
  secret: secretName().register(keyNotes, {
    type: "string",
    wanted: "the name of a secret (a string)",
    description: "Name of the secret whose value is sent.",
    confidential: true,
  }),
});

const parameterValue = z.union([z.string(), parameterSecret]).register(keyNotes, {
  type: "string | { secret }",
  wanted: "a string, or `{ secret }`",
  description: "Value of this parameter: a literal, or one of the app's secrets.",
  confidential: true,
});

/** Parameters of the token request that have settings of their own. */
const SAID_ELSEWHERE = new Map([
  ["client_id", "is already set by `clientId`"],
  ["client_secret", "is already set by `clientSecret`"],
  ["scope", "is already set by `scopes` of the API"],
]);

/** Additional parameters of the token request (RFC 6749, section 4.4.2), by name. */
const parameters = z.record(z.string(), parameterValue).superRefine((given, context) => {
  for (const [name, value] of Object.entries(given)) {
    const message = SAID_ELSEWHERE.get(name);
    if (message !== undefined) context.addIssue({ code: "custom", path: [name], message });
    else if (typeof value === "string" && (looksLikeSecret(value) || mayHoldCredential({ name, value }))) {
      const secret =
        'looks like the value of a secret: write `{ secret: "NAME" }` here, and store the value with `base44 secrets set`';
      context.addIssue({ code: "custom", path: [name], message: secret, params: SECRET_ISSUE });
    }
  }
});

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4), with which a function fetches the tokens of a security scheme.
 */
export const clientCredentials = z.strictObject({
  clientId: clientSecret("ID"),
  clientSecret: clientSecret("secret"),
  tokenUrl: tokenUrl().optional().register(keyNotes, {
    type: "string",
    wanted: "a URL (a string)",
    description: "URL to fetch tokens from, overriding the spec's.",
    absent: "the spec's",
    confidential: true,
  }),
  authentication: z.enum(["basic", "body"]).optional().register(keyNotes, {
    type: '"basic" | "body"',
    wanted: '"basic" or "body"',
    description:
      "How to send the client ID and secret to that URL: with HTTP basic authentication, or in the body as `client_id` and `client_secret`.",
    absent: '"basic"',
  }),
  parameters: parameters.optional().register(keyNotes, {
    type: "object",
    wanted: "an object of values by parameter name",
    description:
      "Additional parameters of the token request, such as `audience`, or a `grant_type` other than `client_credentials`.",
    confidential: true,
  }),
});

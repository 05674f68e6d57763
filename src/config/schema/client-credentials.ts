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
  description: "What the parameter that the key names is sent with: a literal, or one of the app's secrets.",
  confidential: true,
});

/** What other settings say of the request for a token. */
const SAID_ELSEWHERE = new Map([
  ["client_id", "is what `clientId` names"],
  ["client_secret", "is what `clientSecret` names"],
  ["scope", "is what `scopes` of the API says"],
]);

/** Further parameters of the request for a token (RFC 6749, section 4.4.2), by name. */
const parameters = z.record(z.string(), parameterValue).superRefine((given, context) => {
  for (const [name, value] of Object.entries(given)) {
    const message = SAID_ELSEWHERE.get(name);
    if (message !== undefined) context.addIssue({ code: "custom", path: [name], message });
    else if (typeof value === "string" && (looksLikeSecret(value) || mayHoldCredential({ name, value }))) {
      const secret =
        'looks like a secret itself: write `{ secret: "NAME" }` here, and put its value with `base44 secrets set` into the app';
      context.addIssue({ code: "custom", path: [name], message: secret, params: SECRET_ISSUE });
    }
  }
});

/** OAuth 2.0 client credentials (RFC 6749, section 4.4): what a function fetches the tokens of a security scheme with. */
export const clientCredentials = z.strictObject({
  clientId: clientSecret("id"),
  clientSecret: clientSecret("secret"),
  tokenUrl: tokenUrl().optional().register(keyNotes, {
    type: "string",
    wanted: "a URL (a string)",
    description: "URL that tokens are fetched from, in place of the spec's.",
    absent: "the spec's",
    confidential: true,
  }),
  authentication: z.enum(["basic", "body"]).optional().register(keyNotes, {
    type: '"basic" | "body"',
    wanted: '"basic" or "body"',
    description:
      "How the client's id and secret are sent to that URL: by HTTP basic authentication, or in the body as `client_id` and `client_secret`.",
    absent: '"basic"',
  }),
  parameters: parameters.optional().register(keyNotes, {
    type: "object",
    wanted: "an object of values by the parameters' names",
    description:
      "Further parameters of the request for a token, such as `audience`, or a `grant_type` in place of `client_credentials`.",
    confidential: true,
  }),
});

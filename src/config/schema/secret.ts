import * as z from "zod";
import { clientCredentials } from "./client-credentials.js";
import { keyNotes } from "./notes.js";
import { saidName, secretName, secretPrefix } from "./secret-name.js";

const namedSecret = z.strictObject({
  name: saidName().register(keyNotes, {
    type: "string",
    wanted: "the name of a secret (a string)",
    description: "Name of the secret, as passed to `base44 secrets set`.",
    confidential: true,
  }),
  prefix: secretPrefix().optional().register(keyNotes, {
    type: "string",
    wanted: "the prefix to send before the secret's value (a string)",
    description: "Prefix to send before the secret's value, including any space: `Bearer `.",
    confidential: true,
  }),
});

const basicSecret = (holds: string) =>
  secretName()
    .optional()
    .register(keyNotes, {
      type: "string",
      wanted: "the name of a secret (a string)",
      description: `Name of the secret that holds the ${holds}.`,
      confidential: true,
    });

/** The secrets of HTTP basic, at least one of them. */
export const basicSecrets = z
  .strictObject({ username: basicSecret("user name"), password: basicSecret("password") })
  .refine(({ username, password }) => username !== undefined || password !== undefined, {
    error: "must have `username`, `password` or both",
    abort: true,
  });

/** The secrets for a security scheme. */
export const secret = z
  .union([secretName('write `{ name: "…" }`'), namedSecret, basicSecrets, clientCredentials])
  .register(keyNotes, {
    type: "string | { name, prefix } | { username, password } | { clientId, clientSecret }",
    wanted:
      "the name of a secret (a string), `{ name, prefix }`, `{ username, password }`, or `{ clientId, clientSecret }`",
    description:
      "What to send for this security scheme: one secret, optionally with a prefix; the user name and password of HTTP basic; or a token fetched with an OAuth client ID and secret.",
    confidential: true,
  });

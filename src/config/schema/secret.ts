import * as z from "zod";
import { nameLikeness } from "../secret-name.js";
import { isSecretName, looksLikeSecret } from "../secret-text.js";
import { keyNotes } from "./notes.js";

/** What an issue of the schema carries, in its `params`, where a value looks like a secret: it is B44-509. */
export const SECRET_ISSUE = { secret: true };

const NOT_THE_VALUE =
  "looks like a secret itself: put the name of the secret here and its value with `base44 secrets set` into the app";

/** The name of one of the app's secrets, where the config says in so many words that it is a name. */
const saidName = () =>
  z
    .string()
    .refine((value) => !looksLikeSecret(value), { error: NOT_THE_VALUE, params: SECRET_ISSUE, abort: true })
    .refine(isSecretName, {
      error: "must be the name of a secret: letters, digits and `_`, and no digit first",
      abort: true,
    })
    .refine((value) => nameLikeness(value) !== "value", { error: NOT_THE_VALUE, params: SECRET_ISSUE, abort: true });

/**
 * The name of one of the app's secrets. What may as well be a password is refused: `process.env.KEY` is easily written
 * for `"KEY"`.
 * @param otherwise how to write it where it is the name all the same
 */
export const secretName = (otherwise = "give the secret a name in upper case") =>
  saidName().refine((value) => nameLikeness(value) === "name", {
    error: `may be a secret itself, where its name belongs, which is written as an environment variable's: \`MAIL_API_KEY\`; if it is the name, ${otherwise}`,
    params: SECRET_ISSUE,
  });

/** What stands before a secret's value in a header. */
export const secretPrefix = () =>
  z
    .string()
    .refine((value) => !looksLikeSecret(value), {
      error:
        "looks like a secret itself: put only what stands before the secret here, and its value with `base44 secrets set` into the app",
      params: SECRET_ISSUE,
      abort: true,
    })
    .regex(/^[\t\x20-\x7e]*$/, { error: "must be one line of ASCII characters" });

const namedSecret = z.strictObject({
  name: saidName().register(keyNotes, {
    type: "string",
    wanted: "the name of a secret (a string)",
    description: "Name of the secret, as `base44 secrets set` takes it.",
    confidential: true,
  }),
  prefix: secretPrefix().optional().register(keyNotes, {
    type: "string",
    wanted: "what is sent before the secret's value (a string)",
    description: "What is sent before the secret's value, its space included: `Bearer `.",
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

/** The secrets of HTTP basic, of which one at least has to be there. */
export const basicSecrets = z
  .strictObject({ username: basicSecret("user name"), password: basicSecret("password") })
  .refine(({ username, password }) => username !== undefined || password !== undefined, {
    error: "must hold `username`, `password` or both",
    abort: true,
  });

/** Where a function finds what a security scheme needs. */
export const secret = z.union([secretName('write `{ name: "…" }`'), namedSecret, basicSecrets]).register(keyNotes, {
  type: "string | { name, prefix } | { username, password }",
  wanted: "the name of a secret (a string), `{ name, prefix }`, or `{ username, password }`",
  description:
    "What a security scheme of the spec sends: a secret by its name, with what is sent before it, or the two of HTTP basic.",
  confidential: true,
});

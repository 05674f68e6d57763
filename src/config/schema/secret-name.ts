import * as z from "zod";
import { isSecretName, looksLikeSecret, nameLikeness } from "../secrets/index.js";

/** The `params` of a schema issue for a value that looks like a secret: it becomes B44-509. */
export const SECRET_ISSUE = { secret: true };

const NOT_THE_VALUE =
  "looks like the value of a secret: write the name of the secret here, and store the value with `base44 secrets set`";

/** The name of one of the app's secrets, under a key that asks for a name. */
export const saidName = () =>
  z
    .string()
    .refine((value) => !looksLikeSecret(value), { error: NOT_THE_VALUE, params: SECRET_ISSUE, abort: true })
    .refine(isSecretName, {
      error: "must be the name of a secret: letters, digits and `_`, not starting with a digit",
      abort: true,
    })
    .refine((value) => nameLikeness(value) !== "value", { error: NOT_THE_VALUE, params: SECRET_ISSUE, abort: true });

/**
 * The name of one of the app's secrets. A string that may be a password is refused: people write `process.env.KEY`
 * instead of `"KEY"`.
 * @param otherwise the advice if the string is a name after all
 */
export const secretName = (otherwise = "give the secret a name in upper case") =>
  saidName().refine((value) => nameLikeness(value) === "name", {
    error: `may be the value of a secret, but the secret's name belongs here, written like an environment variable: \`MAIL_API_KEY\`. If it is the name, ${otherwise}`,
    params: SECRET_ISSUE,
  });

/** The prefix of a secret's value in a header. */
export const secretPrefix = () =>
  z
    .string()
    .refine((value) => !looksLikeSecret(value), {
      error:
        "looks like the value of a secret: write only the prefix here, and store the value with `base44 secrets set`",
      params: SECRET_ISSUE,
      abort: true,
    })
    .regex(/^[\t\x20-\x7e]*$/, { error: "must be one line of ASCII characters" });

import { isReadable } from "../../files/index.js";

/** Returns why a string cannot be the URL that secrets are sent to, to follow the key's name. Undefined if it can. */
export function tokenUrlFault(value: string): string | undefined {
  if (!/^https?:\/\/[^\s\\{}]+$/i.test(value) || !URL.canParse(value)) return "must be an absolute https URL";
  const { username, password, hash } = new URL(value);
  if (username !== "" || password !== "")
    return "must not contain a user name or password: `clientId` and `clientSecret` name them";
  if (hash !== "") return "must not contain `#`";
  return isReadable(value) ? "must be an https URL: with plain http, others could read the secrets" : undefined;
}

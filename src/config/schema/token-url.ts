import * as z from "zod";
import { isReadable } from "../../files/index.js";

/** The URL of an OAuth 2.0 token endpoint (RFC 6749, section 3.2). */
export const tokenUrl = () =>
  z.string().superRefine((value, context) => {
    const message = tokenUrlFault(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** Why a text cannot be the URL that secrets are sent to, to follow the key's name. Undefined where it can. */
function tokenUrlFault(value: string): string | undefined {
  if (!/^https?:\/\/[^\s\\{}]+$/i.test(value) || !URL.canParse(value)) return "must be an absolute https URL";
  const { username, password, hash } = new URL(value);
  if (username !== "" || password !== "")
    return "must hold no user name and password: `clientId` and `clientSecret` name them";
  if (hash !== "") return "must end before `#`";
  return isReadable(value) ? "must be an https URL: over plain http others could read the secrets" : undefined;
}

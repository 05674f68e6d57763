import * as z from "zod";
import { tokenUrlFault } from "../secrets/index.js";

/** A string that `faultOf` checks. Its message follows the key's name. */
const checkedBy = (faultOf: (value: string) => string | undefined) =>
  z.string().superRefine((value, context) => {
    const message = faultOf(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** The URL of an OAuth 2.0 token endpoint (RFC 6749, section 3.2). */
export const tokenUrl = () => checkedBy(tokenUrlFault);

/**
 * An absolute URL to which paths can be appended. It may contain `{name}`, like the URLs of OpenAPI's Server Object.
 */
export const baseUrl = () => checkedBy(baseUrlFault);

/** Returns why a string cannot be a base URL, to follow the key's name. Undefined if it can. */
function baseUrlFault(value: string): string | undefined {
  const filled = value.replace(/:\{[\w.-]+\}(?=\/|$)/g, ":1").replace(/\{[\w.-]+\}/g, "x");
  if (!/^https?:\/\/[^\s\\{}]+$/i.test(filled) || !URL.canParse(filled)) {
    return "must be an absolute http or https URL; it may contain `{name}` placeholders";
  }
  const url = new URL(filled);
  if (url.username !== "" || url.password !== "")
    return "must not contain a user name or password: use `secrets` or `headers`";
  if (/[?#]/.test(filled)) return "must not contain `?` or `#`: paths are appended to it";
  return undefined;
}

import * as z from "zod";
import { isHandedOn } from "../../runtime/functions/b44-response-headers.js";
import { TOKEN } from "../../spec/token.js";
import { headerFault } from "./header-fault.js";
import { keyNotes } from "./notes.js";
import { SECRET_ISSUE, secretName, secretPrefix } from "./secret-name.js";

/** The name of a header: a token (RFC 9110, section 5.6.2). */
export const headerName = (error: string) => z.string().regex(TOKEN, { error });

/**
 * Headers that describe a request's content, connection or sender (RFC 9110, sections 7.2, 8 and 11.6.2; RFC 6265,
 * section 5.4).
 */
const OWN = /^(?:accept|accept-encoding|authorization|content-(?:encoding|length|type)|cookie|expect|host)$/i;

/**
 * Whether callers of a function may set a request header: any header that is not for the connection, the content or
 * credentials.
 */
export function isCallers(name: string): boolean {
  return isHandedOn(name) && !OWN.test(name);
}

const headerSecret = z.strictObject({
  secret: secretName().register(keyNotes, {
    type: "string",
    wanted: "the name of a secret (a string)",
    description: "Name of the secret whose value is sent.",
    confidential: true,
  }),
  prefix: secretPrefix().optional().register(keyNotes, {
    type: "string",
    wanted: "the prefix to send before the secret's value (a string)",
    description: "Prefix to send before the value, including any space.",
    confidential: true,
  }),
});

const headerValue = z.union([z.string(), headerSecret]).register(keyNotes, {
  type: "string | { secret, prefix }",
  wanted: "a string, or `{ secret, prefix }`",
  description: "Value of this header: a literal, or one of the app's secrets.",
  confidential: true,
});

/** Headers that are sent with every request, by name. Names that differ only in case are the same header. */
export const headers = z.record(headerName("is not a valid header name"), headerValue).superRefine((given, context) => {
  const seen = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const other = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    const fault = typeof value === "string" ? headerFault({ name, value }) : undefined;
    if (fault) {
      const { message, secret } = fault;
      context.addIssue({ code: "custom", path: [name], message, ...(secret ? { params: SECRET_ISSUE } : {}) });
    } else if (other !== undefined) {
      context.addIssue({ code: "custom", path: [name], message: `is the same header as \`${other}\`` });
    }
  }
});

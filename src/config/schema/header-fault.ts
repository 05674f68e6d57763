import { looksLikeSecret } from "../secrets/index.js";

/** Headers that contain only credentials (RFC 9110, sections 11.6.2 and 11.7.2). */
const CREDENTIALS = /^(?:proxy-)?authorization$/i;

/**
 * Names that suggest credentials, although some such headers have a plain word as their value
 * (`X-Atlassian-Token: no-check`).
 */
const CREDENTIAL_LIKE = /(?:^|[-_])(?:api-?key|auth-?key|token|secret|password|auth|cookie)$/i;

/** Why a literal value in the config cannot be a header, and whether it looks like a secret. */
interface HeaderFault {
  message: string;
  secret: boolean;
}

/**
 * Returns why a literal value cannot be a header (RFC 9110, section 5.5): it would start a new line, or it is a
 * credential. Undefined if it can.
 */
export function headerFault(header: { name: string; value: string }): HeaderFault | undefined {
  const { name, value } = header;
  if (CREDENTIALS.test(name) || looksLikeSecret(value) || mayHoldCredential(header)) {
    const message =
      'looks like the value of a secret: write `{ secret: "NAME" }` or `{ secret: "NAME", prefix: "Bearer " }` here, and store the value with `base44 secrets set`';
    return { message, secret: true };
  }
  if (/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) return undefined;
  return { message: "must be one line of Latin-1 characters, because it is a header value", secret: false };
}

/** Whether a header or parameter may be a credential: its name suggests one, and its value is long and has digits. */
export function mayHoldCredential({ name, value }: { name: string; value: string }): boolean {
  return CREDENTIAL_LIKE.test(name) && value.length >= 12 && /\d/.test(value);
}

/** Names that never exist (RFC 2606, RFC 6761), and names in the local network (RFC 6762). */
const RESERVED = /(?:^|\.)(?:example(?:\.com|\.net|\.org)?|test|invalid|local)$/;

/** The machine itself (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
const OWN_MACHINE = /(?:^|\.)localhost$|^127\.|^0\.0\.0\.0$|^\[::1?\]$/;

/** Addresses in private and local networks (RFC 1918, section 3; RFC 3927). */
const LOCAL = /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/;

/** Names without a domain, such as `HOSTNAME`, which never exist either. */
const BARE = /^[^.:]+$/;

const YOURS =
  /(?:^|[.-])your[-_]?(?:account|api|app|company|domain|host|instance|org|organization|server|shop|site|store|subdomain|tenant|workspace)(?:[-_]?name)?(?:[.-]|$)/;

/**
 * Host names that begin with a description of the name (`tenant-name.`), or with `none`, which converters write as a
 * default.
 */
const NO_NAME = /^(?:none|(?:account|company|domain|host|org|organization|server|shop|site|store|tenant)[-_]?name)\./;

/**
 * Returns why a URL in a spec is a placeholder instead of the API's address, as the end of a sentence about the URL;
 * undefined if it may be the address.
 */
export function placeholderIn(url: string): string | undefined {
  const { hostname } = new URL(url);
  if (OWN_MACHINE.test(hostname)) return "which is the machine that makes the call";
  const [variable] = /\{[^{}]*\}/.exec(url) ?? [];
  if (variable !== undefined) return `in which the spec gives no value for ${variable}`;
  if (LOCAL.test(hostname)) return "which is an address in a local network";
  return [RESERVED, BARE, YOURS, NO_NAME].some((form) => form.test(hostname)) ? "which is a placeholder" : undefined;
}

/** Like {@link placeholderIn}, for a URL whose braces are filled in from the connection, if there is one. */
export function placeholderFor(url: string, connection: object | undefined): string | undefined {
  return placeholderIn(connection ? url.replace(/\{[^{}]*\}/g, "x") : url);
}

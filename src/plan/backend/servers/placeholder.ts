/** Names that nobody has (RFC 2606, RFC 6761), or that are of the local network (RFC 6762). */
const RESERVED = /(?:^|\.)(?:example(?:\.com|\.net|\.org)?|test|invalid|local)$/;

/** The machine itself (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
const OWN_MACHINE = /(?:^|\.)localhost$|^127\.|^0\.0\.0\.0$|^\[::1?\]$/;

const YOURS =
  /(?:^|[.-])your[-_]?(?:account|api|app|company|domain|host|instance|org|organization|server|shop|site|store|subdomain|tenant|workspace)(?:[-_]?name)?(?:[.-]|$)/;

/**
 * Why a spec's URL is no place where an API is, but what stands for one, as the end of a sentence about it. Undefined for
 * one that may be a place.
 */
export function placeholderIn(url: string): string | undefined {
  const { hostname } = new URL(url);
  if (OWN_MACHINE.test(hostname)) return "which is the machine that calls, and no API of others";
  const [variable] = /\{[^{}]*\}/.exec(url) ?? [];
  if (variable !== undefined) return `in which ${variable} stands for something that the spec does not say`;
  return RESERVED.test(hostname) || YOURS.test(hostname) ? "which only stands for an address" : undefined;
}

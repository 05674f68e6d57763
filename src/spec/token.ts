/**
 * A token (RFC 9110, section 5.6.2): what a method is and the name of a header, and of a cookie (RFC 6265, section 4.1.1).
 */
export const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** True for a string that can be a method, or the name of a header or cookie. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

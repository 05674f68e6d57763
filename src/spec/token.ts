/**
 * A token (RFC 9110, section 5.6.2), the form of methods and of the names of headers and cookies (RFC 6265, section 4.1.1).
 */
export const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** True for a string that is a valid method, or a valid name of a header or cookie. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

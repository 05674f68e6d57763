/** Headers of one connection or session, which are the function's own (RFC 9110, section 7.6.1; RFC 6265). */
const OWN =
  /^(?:set-cookie2?|connection|keep-alive|proxy-(?:authenticate|authentication-info|authorization|connection)|te|trailers?|transfer-encoding|upgrade)$/i;

/** False for a header of an API's answer that is never handed on: a session of the app's secret is not its users'. */
export function isHandedOn(name: string): boolean {
  return !OWN.test(name);
}

/** The headers of an answer, the method that it answers, and which of them a result has. */
export interface PickedHeaders {
  headers: Headers;
  method: string;
  names?: readonly string[] | undefined;
}

/**
 * The response headers in a result: those that the operation declares and the response has. If `fetch`
 * has decoded the content, headers about its encoding are left out.
 */
export function pickHeaders({ headers, method, names }: PickedHeaders): { headers?: Record<string, string> } {
  if (!names) return {};
  const isDecoded = method !== "HEAD" && headers.has("content-encoding");
  const found = names.flatMap((name) => {
    const value = isHandedOn(name) && !(isDecoded && OF_CODED.test(name)) ? headers.get(name) : null;
    return value === null ? [] : [[name, value] as const];
  });
  return { headers: Object.fromEntries(found) };
}

const OF_CODED = /^content-(?:encoding|length)$/i;

/** Headers that belong to the function's own connection or session (RFC 9110, section 7.6.1; RFC 6265). */
const OWN =
  /^(?:set-cookie2?|connection|keep-alive|proxy-(?:authenticate|authentication-info|authorization|connection)|te|trailers?|transfer-encoding|upgrade)$/i;

/**
 * False for a response header that is never passed on to the app. A session that was opened with the app's secret must
 * not become the user's.
 */
export function isHandedOn(name: string): boolean {
  return !OWN.test(name);
}

/** The headers of a response, the method of its request, and the names of the headers that the result has. */
export interface PickedHeaders {
  headers: Headers;
  method: string;
  names?: readonly string[] | undefined;
}

/**
 * Picks the response headers of a result: those that the operation declares and the response has. Omits headers about
 * the content's encoding if `fetch` has decoded the content.
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

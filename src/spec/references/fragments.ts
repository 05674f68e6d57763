import { decodedText, pointerTokens } from "../../json/index.js";

/**
 * What the fragment of a reference can mean, as keys from the root of the resource: a JSON pointer, percent-decoded as a whole
 * (RFC 6901, section 6), key by key, or not at all; an anchor; a pointer without its first slash; the whole resource for "/".
 * @param anchors the pointers of the resource's anchors by name
 */
export function* readings(fragment: string, anchors: () => ReadonlyMap<string, string>): Generator<string[]> {
  const decoded = decodedText(fragment);
  if (fragment === "" || fragment.startsWith("/")) {
    yield pointerTokens(decoded);
    if (fragment === "/") yield [];
    if (decoded === fragment) return;
    yield pointerTokens(fragment).map(decodedText);
    yield pointerTokens(fragment);
    return;
  }
  yield pointerTokens(anchors().get(decoded) ?? `/${decoded}`);
}

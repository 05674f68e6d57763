import { decodedText, pointerTokens } from "../../json/index.js";

/**
 * The possible meanings of a fragment, as keys from the root of the resource, best first: a JSON pointer that is percent-decoded as a
 * whole (RFC 6901, section 6), key by key, or not at all; the whole resource for "/"; an anchor, or a pointer without its first slash.
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

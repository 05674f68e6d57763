import { isAddress } from "../../files/index.js";

/** A URL as messages show it: without credentials, and with `?…` for its query, which often holds a token. */
export function displayUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

/** A reference as messages show it, see {@link displayUrl}; it need not be a valid URL. */
export function displayReference(ref: string): string {
  return ref.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//").replace(/\?[^#]*/s, "?…");
}

/** A spec as steps name it: a URL without what may be secret in it. */
export function shownSpec(spec: string): string {
  if (spec === "-") return "standard input";
  return isAddress(spec) ? displayReference(spec) : spec;
}

import { isAddress } from "../../files/index.js";

/** Formats a URL for messages: without credentials, and with `?…` for its query, which often contains a token. */
export function displayUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

/** Formats a reference for messages, like {@link displayUrl}; it need not be a valid URL. */
export function displayReference(ref: string): string {
  return ref.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i, "$1//").replace(/\?[^#]*/s, "?…");
}

/** Formats a spec for progress steps: a URL without anything that may be secret. */
export function shownSpec(spec: string): string {
  if (spec === "-") return "standard input";
  return isAddress(spec) ? displayReference(spec) : spec;
}

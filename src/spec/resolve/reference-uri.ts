import { pathToFileURL } from "node:url";
import { normalEncoding } from "../../json/index.js";

/**
 * The absolute URI, without fragment, of the document that a `$ref` names, given the URI of the document that holds it
 * (RFC 3986, section 5); however it is encoded, a document has one URI. What does not make a URI is returned as it is,
 * without fragment: no document has such a URI.
 */
export function referenceUri(ref: string, base: string): string {
  const address = ref.replace(/#.*$/s, "");
  if (address === "") return base;
  if (process.platform === "win32" && /^[a-z]:[\\/]/i.test(address)) return pathToFileURL(address).href;
  const from = baseUri(base);
  // The WHATWG's URLs keep a backslash in the query, where RFC 3986 has none and swagger-parser makes a slash of it.
  return URL.canParse(address, from) ? normalEncoding(new URL(address, from).href.replaceAll("\\", "%5C")) : address;
}

/** The URI that references in a document are relative to: its own, or the working folder's for one from standard input. */
export function baseUri(uri: string): string {
  return uri === "stdin:" ? pathToFileURL(`${process.cwd()}/`).href : uri;
}

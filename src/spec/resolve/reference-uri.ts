import { pathToFileURL } from "node:url";

/**
 * The absolute URI, without fragment, of the document that a `$ref` names, given the URI of the document that holds it
 * (RFC 3986, section 5). References in a spec from standard input are relative to the folder that this process works
 * in. What does not make a URI is returned as it is, without fragment: no document has such a URI.
 */
export function referenceUri(ref: string, base: string): string {
  const address = ref.replace(/#.*$/s, "");
  if (address === "") return base;
  if (process.platform === "win32" && /^[a-z]:[\\/]/i.test(address)) return pathToFileURL(address).href;
  const from = base === "stdin:" ? pathToFileURL(`${process.cwd()}/`).href : base;
  return URL.canParse(address, from) ? new URL(address, from).href : address;
}

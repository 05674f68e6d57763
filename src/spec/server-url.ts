import { isWebAddress } from "../files/index.js";
/**
 * A relative URL of a Server Object, resolved against the address of its document, whatever `$self` says (OpenAPI 3.2.0, sections 4.5
 * and 4.5.2.1); what is in braces stays. Undefined for a document that is not from the network, and for what is not a URL.
 */
export function resolvedServer(url: string, address: string): string | undefined {
  if (!isWebAddress(address)) return undefined;
  try {
    return decodeURI(new URL(url, address).href);
  } catch {
    return undefined;
  }
}

/** The end of a name that is a file's and no domain. */
const FILE = /^(?:aspx?|asmx|cgi|html?|jsonp?|jsp|php|svc|xml|ya?ml)$/i;
/** Domains under which a name of two parts is one. */
const USUAL_DOMAIN = /^(?:app|com|dev|io|net|org)$/i;
const LABEL = /^(?:[a-z\d-]|\{[^{}]*\})+$/i;

/**
 * The URL of a Server Object (OpenAPI 3.2.0, section 4.5), with `https` where it begins with a host name and has no scheme:
 * `api.acme.com/v1`, which strictly is relative to the document.
 */
export function withScheme(url: string): string {
  const [host = ""] = url.split(/[/?#]/, 1);
  const labels = host.replace(/:\d+$/, "").split(".");
  const last = labels.at(-1) ?? "";
  const isName =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && /^[a-z]{2,}$/i.test(last) && !FILE.test(last);
  if (!isName || /^v\d+$/i.test(labels[0] ?? "")) return url;
  return labels.length > 2 || USUAL_DOMAIN.test(last) ? `https://${url}` : url;
}

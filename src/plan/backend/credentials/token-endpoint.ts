import { isReadable } from "../../../files/index.js";
import type { SecurityScheme } from "../../../ir/index.js";
import { placeholderIn } from "../servers/index.js";

/**
 * The URL that issues the tokens of a security scheme, or why it is unknown. `isBelow` is true for a URL that is relative
 * to a server with a path: some authors mean it to be below that path.
 */
type TokenEndpoint = { url: string; isBelow: boolean } | { problem: string };

/** The sources of a token endpoint, one of which is chosen. */
interface TokenEndpointSources {
  scheme: SecurityScheme;
  /** From the config, which takes precedence. */
  configured: string | undefined;
  /** The API's base URL; undefined if it is unknown. */
  baseUrl: string | undefined;
}

/**
 * Returns the URL to which the client credentials for a scheme are sent: from the config, or else the `tokenUrl` of the
 * scheme's flow `clientCredentials` (OpenAPI 3.1, section 4.8.29). A relative `tokenUrl` is relative to the API's server
 * (section 4.6). The client secret is sent there, so the URL must be safe.
 */
export function tokenEndpoint({ scheme, configured, baseUrl }: TokenEndpointSources): TokenEndpoint {
  if (configured !== undefined) return { url: configured, isBelow: false };
  const flow = scheme.type === "oauth2" ? scheme.clientCredentials : undefined;
  if (!flow) return { problem: "the spec declares no clientCredentials flow for it" };
  const { tokenUrl } = flow;
  if (tokenUrl === undefined) return { problem: "its clientCredentials flow has no tokenUrl" };
  const text = tokenUrl.startsWith("//") ? `https:${tokenUrl}` : tokenUrl;
  const server = /^[a-z][a-z\d+.-]*:/i.test(text) ? undefined : (baseUrl ?? "");
  if (server === "") return { problem: "its tokenUrl is relative to the API's base URL, which is unknown" };
  if (!URL.canParse(text, server)) return { problem: "its tokenUrl is not a valid URL" };
  const url = new URL(text, server);
  const problem = whyNotSentTo(url, server !== undefined);
  if (problem !== undefined) return { problem };
  url.hash = "";
  return { url: url.href, isBelow: server !== undefined && new URL(server).pathname !== "/" };
}

/**
 * Returns why no secret is sent to a URL in the spec; undefined if secrets are sent. Does not repeat credentials in the
 * URL.
 */
function whyNotSentTo(url: URL, isRelative: boolean): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return "its tokenUrl is neither https nor http";
  if (url.username !== "" || url.password !== "") return "its tokenUrl contains credentials";
  const shown = shownEndpoint(url.href);
  // If the API's own server is a placeholder, that is reported for the server.
  const placeholder = isRelative ? undefined : placeholderIn(decodedBraces(url.href));
  if (placeholder !== undefined) return `its tokenUrl is ${shown}, ${placeholder}`;
  return isReadable(url.href)
    ? `its tokenUrl is ${shown}, and with plain http, others could read the secrets`
    : undefined;
}

/** Returns a token endpoint for messages: without its query, which may contain a key. */
export function shownEndpoint(url: string): string {
  return decodedBraces(url.replace(/[?#].*/s, ""));
}

function decodedBraces(url: string): string {
  return url.replace(/%7b/gi, "{").replace(/%7d/gi, "}");
}

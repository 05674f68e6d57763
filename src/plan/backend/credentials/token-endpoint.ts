import { isReadable } from "../../../files/index.js";
import type { SecurityScheme } from "../../../ir/index.js";
import { placeholderIn } from "../servers/index.js";

/**
 * Where the tokens of a security scheme come from, and whether that is relative to a server with a path, which some authors
 * mean to be a part of it; or why it is not known.
 */
type TokenEndpoint = { url: string; isBelow: boolean } | { problem: string };

/** What a token endpoint is chosen from. */
interface TokenEndpointSources {
  scheme: SecurityScheme;
  /** From the config: it wins. */
  configured: string | undefined;
  /** Where the API is; undefined where that is not known. */
  baseUrl: string | undefined;
}

/**
 * Where the client credentials for a scheme are sent: where the config says; else to the `tokenUrl` of its flow
 * `clientCredentials` (OpenAPI 3.1, section 4.8.29), which, where it is relative, is relative to the API's server (section
 * 4.6). The client's secret goes there, so it has to be a place that it may be sent to.
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

/** Why no secret is sent to a URL of the spec. What credentials it holds is not repeated. */
function whyNotSentTo(url: URL, isRelative: boolean): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return "its tokenUrl is neither https nor http";
  if (url.username !== "" || url.password !== "") return "its tokenUrl contains credentials";
  const shown = shownEndpoint(url.href);
  // Whether the API's own server only stands for one is said of that.
  const placeholder = isRelative ? undefined : placeholderIn(decodedBraces(url.href));
  if (placeholder !== undefined) return `its tokenUrl is ${shown}, ${placeholder}`;
  return isReadable(url.href)
    ? `its tokenUrl is ${shown}, and with plain http, others could read the secrets`
    : undefined;
}

/** A token endpoint as messages name it: without its query, which may hold a key. */
export function shownEndpoint(url: string): string {
  return decodedBraces(url.replace(/[?#].*/s, ""));
}

function decodedBraces(url: string): string {
  return url.replace(/%7b/gi, "{").replace(/%7d/gi, "}");
}

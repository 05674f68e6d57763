import { acceptsServer, type ConnectorEntry } from "../../../connectors/index.js";
import { isPlainHttp, isWebAddress } from "../../../files/index.js";
import type { Api, Server } from "../../../ir/index.js";
import { resolvedServer } from "../../../spec/server-url.js";
import { withoutEnd } from "../../../spec/without-ends.js";
import { placeholderIn } from "./placeholder.js";

/** The base URL of an API's calls, or why it is unknown. */
export type BaseUrl = { url: string } | { problem: string };

/** The sources of a base URL, one of which is chosen. */
interface BaseUrlSources {
  api: Api;
  servers: readonly Server[];
  /** From the config, which takes precedence. */
  configured: string | undefined;
  /** The connector's entry in the catalogue; undefined without a connector, and for an unknown one. */
  connector: ConnectorEntry | undefined;
}

/**
 * Returns the base URL of calls: the one in the config; or else the first server of the spec that is not a placeholder,
 * preferably with https if the spec also names that; or else the known base URL of the connector. A known connector
 * uses a server of the spec only if its tokens may be sent to that host. A relative server is relative to the spec's
 * own address (OpenAPI 3.1, section 4.8.5).
 */
export function baseUrlOf({ api, servers, configured, connector }: BaseUrlSources): BaseUrl {
  if (configured !== undefined) return { url: trimmed(configured) };
  const url = serverTaken(servers, api.address)?.url;
  if (connector) {
    // If the host depends on the connection, the one in the spec is only an example.
    if (url === undefined || connector.connectionConfig.length > 0) return { url: trimmed(connector.baseUrl) };
    if (acceptsServer(connector, url)) return { url };
    const known = trimmed(connector.baseUrl);
    return { problem: `tokens of ${connector.type} are for ${known}, not for the spec's server ${url}` };
  }
  if (url !== undefined) return { url };
  return { problem: whyNotCallable(servers[0]) };
}

/** Returns why the first server of the spec cannot be called. Does not repeat credentials in its URL. */
function whyNotCallable(server: Server | undefined): string {
  if (!server) return "the spec names no server";
  const [, authority = ""] = /^(?:https?:)?\/\/([^/?#]*)/i.exec(server.url) ?? [];
  if (authority.includes("@")) return "the URL of the spec's server contains credentials";
  const [, variable] = /\{([^{}]*)\}/.exec(authority) ?? [];
  if (variable === undefined) return "the URL of the spec's server has no host";
  return `the variable ${variable} in the host of the spec's server has no default`;
}

/** The server of the spec that calls go to, and the URLs of the other possible ones, without placeholders. */
export interface ServerTaken {
  url: string;
  server: Server;
  others: string[];
}

/**
 * Returns the first server that can be called and is not a placeholder, or else the first that can be called; its https
 * version if the spec names that, too.
 */
export function serverTaken(servers: readonly Server[], address: string): ServerTaken | undefined {
  const callable = servers.flatMap((server) => {
    const url = callableUrl(server, address);
    return url === undefined ? [] : [{ url, server }];
  });
  const places = callable.filter(({ url }) => placeholderIn(url) === undefined);
  const first = places[0] ?? callable[0];
  if (first === undefined) return undefined;
  const isSame = ({ url }: { url: string }) => withoutScheme(url) === withoutScheme(first.url);
  const byHttps = isPlainHttp(first.url) && callable.find((item) => !isPlainHttp(item.url) && isSame(item));
  const others = places.filter((item) => !isSame(item)).map(({ url }) => url);
  return { ...(byHttps || first), others: [...new Set(others)] };
}

function callableUrl(server: Server, address: string): string | undefined {
  const text = server.url.startsWith("//") ? `https:${server.url}` : server.url;
  const absolute = isWebAddress(text) ? text : resolvedServer(text, address);
  const url = absolute?.replace(/[?#].*/s, "");
  if (!url || !isWebAddress(url) || /[\s\\@]/.test(url) || /^https?:\/\/[^/]*[{}]/i.test(url) || !URL.canParse(url))
    return undefined;
  return trimmed(url);
}

/** Returns host and path of a URL, without a default port. */
function withoutScheme(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function trimmed(url: string): string {
  return withoutEnd(url, "/");
}

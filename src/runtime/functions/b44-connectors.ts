import { type ConnectionAnswer, type ConnectorClient, connect, fillBase } from "./b44-connection.ts";
import type { Connection } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { fetchWithin } from "./b44-redirect.ts";
import { USER_AGENT } from "./b44-request.ts";

/** The integration types of Base44's own connectors, separated by spaces. */
const KNOWN =
  "airtable bamboohr box calendly clickup contentful databricks discord dropbox github gitlab gmail googleads google_analytics googlebigquery googlecalendar google_classroom googledocs googledrive googlemeet google_search_console googlesheets googleslides googletasks hubspot hugging_face instagram linear linkedin microsoft_teams notion one_drive outlook quickbooks salesforce share_point slack slackbot snowflake splitwise square stripe supabase tiktok typeform wix wrike";

type Words<Text extends string> = Text extends `${infer Head} ${infer Tail}` ? Head | Words<Tail> : Text;

/** An integration type that Base44 has. */
export type KnownIntegrationType = Words<typeof KNOWN>;

declare const brand: unique symbol;

/** The ID of a connector that the workspace registered, as opposed to an integration type. */
export type ConnectorId = string & { readonly [brand]: "ConnectorId" };

/** The type of one of Base44's own connectors, made by {@link integrationType}. */
export type IntegrationType = string & { readonly [brand]: "IntegrationType" };

/** Marks a string as a connector ID. A known integration type is a compile error, and throws a `TypeError`. */
export function connectorId<Text extends string>(text: Text extends KnownIntegrationType ? never : Text): ConnectorId {
  const id: string = text;
  if (/^\S+$/.test(id) && !KNOWN.split(" ").includes(id)) return id as ConnectorId;
  throw new TypeError(`${JSON.stringify(id)} is not a connector ID: see the connector's settings`);
}

/** Marks a string as an integration type. Throws a `TypeError` for a string that cannot be one. */
export function integrationType(text: string): IntegrationType {
  if (/^[a-z0-9_-]+$/.test(text)) return text as IntegrationType;
  throw new TypeError(`${JSON.stringify(text)} is not an integration type`);
}

/**
 * Gets the app builder's own connection. Rejects with `connector_not_connected` or `connector_unavailable`, as the next
 * two functions do.
 */
export function sharedConnection(
  client: ConnectorClient,
  type: KnownIntegrationType | IntegrationType,
): Promise<ConnectionAnswer> {
  return connect({ client, connection: { kind: "shared", type } });
}

/** Gets the connection of a connector that the workspace registered. */
export function workspaceConnection(client: ConnectorClient, id: ConnectorId): Promise<ConnectionAnswer> {
  return connect({ client, connection: { kind: "workspace", id } });
}

/** Gets the signed-in user's connection. */
export function appUserConnection(client: ConnectorClient, id: ConnectorId): Promise<ConnectionAnswer> {
  return connect({ client, connection: { kind: "appUser", id } });
}

/** A connector that provides a token. IDs and integration types have different types here. */
export type TokenConnection =
  | { kind: "shared"; type: KnownIntegrationType | IntegrationType }
  | { kind: "workspace" | "appUser"; id: ConnectorId };

/** Which connector's credentials to use, and where its API is. */
export interface ConnectorFetchOptions {
  client: ConnectorClient;
  connection: TokenConnection;
  /** `{name}` is replaced by a value of the connector's configuration. */
  baseUrl: string;
  /** Headers for every request. */
  headers?: Record<string, string>;
}

/** `fetch` for the paths of one API. Rejects with `invalid_input` for a URL of another origin. */
export type ConnectorFetch = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * Gets a connector's token and returns a `fetch` that sends it only to the API's own origin, even after redirects. That
 * `fetch` resolves to the API's response, whatever its status.
 *
 * @throws {CallFailure} `connector_not_connected`, `connector_unavailable` or `connector_config_missing`
 */
export async function connectorFetch(options: ConnectorFetchOptions): Promise<ConnectorFetch> {
  const { client, headers: own = {} } = options;
  const connection: Connection = options.connection;
  const { accessToken, connectionConfig } = await connect({ client, connection });
  const base = fillBase({ baseUrl: options.baseUrl, connection, config: connectionConfig });
  return async (path, init = {}) => {
    // A colon alone does not make a URL: there are paths such as `people:search`.
    const whole = /^([a-z][a-z\d+.-]*:\/\/|[\\/]{2})/i.test(path);
    const text = whole ? path : `${base}${/^[/?]/.test(path) ? "" : "/"}${path}`;
    const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
    if (!url || url.origin !== new URL(base).origin || url.username || url.password) {
      throw new CallFailure({ code: "invalid_input", message: `The path is not on ${new URL(base).origin}` });
    }
    const headers = new Headers({ "user-agent": USER_AGENT, ...own });
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value);
    });
    headers.set("authorization", `Bearer ${accessToken}`);
    return fetchWithin({ url, init: { ...init, headers } });
  };
}

import type { Connection } from "./b44-definition.ts";
import { CallFailure, tooManyCalls } from "./b44-failure.ts";
import { isHeaderText } from "./b44-parameters.ts";

/** The credentials that a connector returns. */
export interface ConnectionAnswer {
  accessToken: string;
  connectionConfig: Record<string, string> | null;
}

/** The connectors module of the app's service role. Older versions of the SDK lack some methods. */
export interface ServiceConnectors {
  getConnection?(type: string): Promise<ConnectionAnswer>;
  getWorkspaceConnection?(id: string): Promise<ConnectionAnswer>;
  getCurrentAppUserConnection?(id: string): Promise<ConnectionAnswer>;
  callApi?(type: string, request: MeteredRequest): Promise<MeteredAnswer>;
}

/** The request that `callApi` takes. */
export interface MeteredRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The response that `callApi` returns. */
export interface MeteredAnswer {
  phase: string;
  status: number | null;
  data: unknown;
  dataBase64?: string | null;
  contentType?: string | null;
  headers: Record<string, string>;
  creditsCharged: number;
}

/** A function's client, or its service role, from any copy of the SDK. */
export interface ConnectorClient {
  readonly asServiceRole?: { connectors: ServiceConnectors };
  connectors?: object;
}

const REMEDIES = {
  shared: "is not connected: connect it in the app's dashboard, or run `base44 connectors push`",
  workspace: "is not connected: connect it in the settings of the workspace",
  appUser: "is not connected: call `base44.connectors.connectAppUser(id)` in the browser",
  metered: "refused the call: the app's dashboard shows why",
};

/** A request to the service role's connectors, and the connection that it is for. */
export interface Asking<Answer> {
  client: ConnectorClient;
  connection: Connection;
  ask: (connectors: ServiceConnectors) => Promise<Answer> | undefined;
}

/**
 * Sends a request to the service role's connectors.
 *
 * @throws {CallFailure} `connector_not_connected`, with the SDK's own code as the reason, `connector_unavailable` or
 *   `too_many_calls`
 */
export async function askConnectors<Answer>({ client, connection, ask }: Asking<Answer>): Promise<Answer> {
  const words = `The connector ${"type" in connection ? connection.type : connection.id}`;
  let error: { status?: unknown; code?: unknown };
  try {
    const answer = await ask(client.asServiceRole?.connectors ?? (client.connectors as ServiceConnectors));
    if (answer) return answer;
    error = {};
  } catch (thrown) {
    error = Object(thrown);
  }
  if (error.status === 429) throw tooManyCalls(words);
  if (typeof error.status !== "number" || error.status >= 500) {
    const message = `${words} did not respond: the SDK cannot reach it, or is too old for it`;
    throw new CallFailure({ code: "connector_unavailable", message, data: { connection } });
  }
  const metered = connection.kind === "shared" && error.status === 403;
  const remedy = `${REMEDIES[connection.kind]}${metered ? "; if it is a metered connector, use it as metered" : ""}`;
  const data = { connection, reason: error.code ?? null };
  throw new CallFailure({ code: "connector_not_connected", message: `${words} ${remedy}`, data });
}

/** The connector whose credentials to get, and the client to get them with. */
export interface Connecting {
  client: ConnectorClient;
  connection: Connection;
}

/** Gets the credentials of a connector that is not metered. Rejects as {@link askConnectors} does. */
export async function connect({ client, connection }: Connecting): Promise<ConnectionAnswer> {
  const ask = (connectors: ServiceConnectors): Promise<ConnectionAnswer> | undefined => {
    if (connection.kind === "shared") return connectors.getConnection?.(connection.type);
    if (connection.kind === "workspace") return connectors.getWorkspaceConnection?.(connection.id);
    return connection.kind === "appUser" ? connectors.getCurrentAppUserConnection?.(connection.id) : undefined;
  };
  const answer = await askConnectors({ client, connection, ask });
  const { accessToken } = answer;
  if (typeof accessToken === "string" && accessToken && isHeaderText(accessToken)) return answer;
  return askConnectors({ client, connection, ask: () => Promise.reject({ status: 424, code: "no_token" }) });
}

/** A base URL with `{names}`, and the connector's configuration with their values. */
export interface Template {
  baseUrl: string;
  connection: Connection;
  config: Record<string, string> | null;
}

/**
 * Fills in a base URL from a connector's configuration. Values must be valid in a host name.
 *
 * @throws {CallFailure} `connector_config_missing`
 */
export function fillBase({ baseUrl, connection, config }: Template): string {
  return baseUrl.replace(/\/$/, "").replace(/\{([^{}]+)\}/g, (_, key: string) => {
    const value = config && Object.hasOwn(config, key) ? config[key] : undefined;
    if (typeof value === "string" && /^[a-z\d-]+(\.[a-z\d-]+)*$/i.test(value)) return value;
    const name = "type" in connection ? connection.type : connection.id;
    const needed = `${key} in its configuration, which the API's URL needs`;
    const message = `The connector ${name} has no usable value for ${needed}: connect it again`;
    throw new CallFailure({ code: "connector_config_missing", message, data: { connection, key } });
  });
}

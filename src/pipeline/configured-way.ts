import type { ApiConfig, ConnectorChoice } from "../config/index.js";
import type { BackendOptions, Connection, Way } from "../plan/index.js";

/** The way to an API that the config names, as the plan stage takes it. */
export function configuredWay(api: ApiConfig): Way {
  const { via } = api;
  if (via === "integration") return { via };
  const options: BackendOptions = {
    scopes: api.scopes,
    access: api.access,
    headers: api.headers,
    responseHeaders: api.responseHeaders,
    baseUrl: api.baseUrl,
    timeout: api.timeout,
    validate: api.validate,
  };
  if ("connector" in via) return { via: "connector", connection: connectionOf(via.connector), ...options };
  return { via: "function", secrets: via.function.secrets, ...options };
}

function connectionOf(connector: ConnectorChoice): Connection {
  if (typeof connector === "string") return { kind: "shared", type: connector };
  if ("workspace" in connector) return { kind: "workspace", id: connector.workspace };
  if ("appUser" in connector) return { kind: "appUser", id: connector.appUser };
  return { kind: "metered", type: connector.metered };
}

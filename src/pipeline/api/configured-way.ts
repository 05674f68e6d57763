import type { ApiConfig } from "../../config/index.js";
import { connectionOf } from "../../connectors/index.js";
import type { BackendOptions, Way } from "../../plan/index.js";

/** Converts the `via` of an API in the config to the form that the plan stage takes. */
export function configuredWay(api: ApiConfig): Way {
  const { via } = api;
  if (via === "integration") return { via };
  const options: BackendOptions = {
    scopes: api.scopes,
    access: api.access,
    headers: api.headers,
    requestHeaders: api.requestHeaders,
    responseHeaders: api.responseHeaders,
    streams: api.streams,
    baseUrl: api.baseUrl,
    timeout: api.timeout,
    validate: api.validate,
  };
  if ("connector" in via) return { via: "connector", connection: connectionOf(via.connector), ...options };
  return { via: "function", secrets: via.function.secrets, ...options };
}

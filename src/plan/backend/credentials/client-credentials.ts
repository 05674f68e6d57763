import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, SecurityScheme } from "../../../ir/index.js";
import type { ClientCredentials, Credential } from "../../../runtime/functions/b44-definition.js";
import type { BackendPlan, ClientSecrets, Secret } from "../../model.js";
import { shownEndpoint, tokenEndpoint } from "./token-endpoint.js";

/** True for secrets in the config with which tokens are fetched. */
export function isClientSecrets(secret: Secret): secret is ClientSecrets {
  return typeof secret === "object" && "clientId" in secret;
}

/** True for a credential whose token is fetched. */
export function isFetched(credential: Credential): credential is ClientCredentials {
  return credential.in === "clientCredentials";
}

/** True if a function fetches tokens for its calls. */
export function fetchesTokens({ credentials }: BackendPlan): boolean {
  return Object.values(credentials).some(isFetched);
}

/** Client secrets in the config, and the security scheme of the spec that they are for. */
interface Given {
  api: Api;
  name: string;
  scheme: SecurityScheme;
  secret: ClientSecrets;
  /** The API's base URL; undefined if it is unknown. */
  baseUrl: string | undefined;
}

/** The credential for client secrets, without scopes; undefined if the token URL is unknown. */
interface Made {
  credential: ClientCredentials | undefined;
  diagnostics: Diagnostic[];
}

/**
 * Returns the credential for the client secrets of a security scheme that uses the header `Authorization`. Reports an
 * unknown token URL (B44-350), and a relative one below a server with a path, whose author may mean another URL (B44-351).
 */
export function clientCredential({ api, name, scheme, secret, baseUrl }: Given): Made {
  const { tokenUrl: configured, clientId, clientSecret, authentication = "basic", parameters } = secret;
  const endpoint = tokenEndpoint({ scheme, configured, baseUrl });
  const setting = ["via", "function", "secrets", name];
  const example = clientSetting(name, { clientId, clientSecret, tokenUrl: "https://…" });
  if ("problem" in endpoint) {
    const message = `The token URL for ${name} of ${api.name} is unknown: ${endpoint.problem}.`;
    const help = `Set it in the config: secrets: { ${example} }.`;
    return { credential: undefined, diagnostics: [diagnostic("B44-350", { message, setting, help })] };
  }
  const { url, isBelow } = endpoint;
  const credential: ClientCredentials = {
    in: "clientCredentials",
    tokenUrl: url,
    clientId,
    clientSecret,
    authentication,
    ...(parameters ? { parameters } : {}),
  };
  if (!isBelow) return { credential, diagnostics: [] };
  const message = `The function fetches tokens for ${name} of ${api.name} from ${shownEndpoint(url)}: the spec's tokenUrl is relative to ${baseUrl}.`;
  const help = `If the token URL is different, set it in the config: secrets: { ${example} }.`;
  return { credential, diagnostics: [diagnostic("B44-351", { message, setting, help })] };
}

/** Returns the setting under `secrets` in the config that has the tokens of a scheme fetched. */
export function clientSetting(name: string, secrets: ClientSecrets): string {
  const members = Object.entries(secrets).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `${JSON.stringify(name)}: { ${members.join(", ")} }`;
}

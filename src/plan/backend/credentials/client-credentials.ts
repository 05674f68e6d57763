import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, SecurityScheme } from "../../../ir/index.js";
import type { ClientCredentials, Credential } from "../../../runtime/functions/b44-definition.js";
import type { BackendPlan, ClientSecrets, Secret } from "../../model.js";
import { shownEndpoint, tokenEndpoint } from "./token-endpoint.js";

/** True for secrets of the config that tokens are fetched with. */
export function isClientSecrets(secret: Secret): secret is ClientSecrets {
  return typeof secret === "object" && "clientId" in secret;
}

/** True for a credential that is a token to be fetched. */
export function isFetched(credential: Credential): credential is ClientCredentials {
  return credential.in === "clientCredentials";
}

/** Whether a function fetches tokens for its calls. */
export function fetchesTokens({ credentials }: BackendPlan): boolean {
  return Object.values(credentials).some(isFetched);
}

/** Client secrets of the config, and the security scheme of the spec that they are for. */
interface Given {
  api: Api;
  name: string;
  scheme: SecurityScheme;
  secret: ClientSecrets;
  /** Where the API is; undefined where that is not known. */
  baseUrl: string | undefined;
}

/** The credential that client secrets make, without its scopes; none where it is not known where tokens come from. */
interface Made {
  credential: ClientCredentials | undefined;
  diagnostics: Diagnostic[];
}

/**
 * The credential that client secrets make for a security scheme whose place is the header `Authorization`. Tells where it
 * is not known where tokens come from (B44-350), and of a relative address, which may have been meant otherwise (B44-351).
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

/** What to write into the config, under `secrets`, to have the tokens of a scheme fetched. */
export function clientSetting(name: string, secrets: ClientSecrets): string {
  const members = Object.entries(secrets).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `${JSON.stringify(name)}: { ${members.join(", ")} }`;
}

import type { SecurityScheme } from "../../../ir/index.js";
import type { Credential } from "../../../runtime/functions/b44-definition.js";
import type { Secret } from "../../model.js";
import { authenticationScheme, isBySecret } from "./security-schemes.js";

/**
 * How the value of a secret authorises by a security scheme. Undefined for one that no header or parameter serves, and for
 * client credentials, which are no value that is sent.
 */
export function credentialOf(scheme: SecurityScheme, secret: Secret): Credential | undefined {
  const { prefix, ...value } = secretValue(secret);
  switch (scheme.type) {
    case "apiKey": {
      if (value.secret === undefined || !isBySecret(scheme)) return undefined;
      const name = scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name;
      return { in: scheme.in, name, secret: value.secret, ...(prefix ? { prefix } : {}) };
    }
    case "http":
      if (scheme.scheme === "basic")
        return value.secret === undefined ? basicPair(secret) : { in: "basic", secret: value.secret };
      // A prefix says what the API takes in truth.
      if (prefix === undefined && !isBySecret(scheme)) return undefined;
      return authorization(value.secret, prefix ?? `${authenticationScheme(scheme.scheme)} `);
    case "oauth2":
    case "openIdConnect":
      return authorization(value.secret, prefix ?? "Bearer ");
    case "mutualTLS":
      return undefined;
  }
}

function authorization(secret: string | undefined, prefix: string): Credential | undefined {
  return secret === undefined ? undefined : { in: "header", name: "authorization", secret, prefix };
}

function basicPair(secret: Secret): Credential | undefined {
  if (typeof secret === "string" || "name" in secret || "clientId" in secret) return undefined;
  const { username, password } = secret as { username?: string; password?: string };
  return { in: "basic", ...(username ? { username } : {}), ...(password ? { password } : {}) };
}

/** The name of the one secret that the config gives for a scheme, and the prefix that it says, if any. */
export function secretValue(secret: Secret): { secret: string | undefined; prefix: string | undefined } {
  if (typeof secret === "string") return { secret, prefix: undefined };
  return "name" in secret ? { secret: secret.name, prefix: secret.prefix } : { secret: undefined, prefix: undefined };
}

/** The names of the secrets that credentials and headers take, each once, sorted. */
export function secretNames(parts: readonly (Credential | string | { secret: string })[]): string[] {
  const names = parts.flatMap((part) => {
    if (typeof part === "string") return [];
    if ("secret" in part) return [part.secret];
    if (part.in === "basic") return [part.username, part.password].filter((name) => name !== undefined);
    return [part.clientId, part.clientSecret, ...secretNames(Object.values(part.parameters ?? {}))];
  });
  return [...new Set(names)].sort();
}

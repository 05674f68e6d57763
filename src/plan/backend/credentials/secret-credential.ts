import type { SecurityScheme } from "../../../ir/index.js";
import type { Credential } from "../../../runtime/functions/b44-definition.js";
import type { Secret } from "../../model.js";
import { authenticationScheme, isBySecret } from "./security-schemes.js";

/**
 * Returns the credential for a security scheme and the value of a secret. Undefined for client credentials, which are not
 * sent with calls, and for a scheme whose credential is not the value of a header, parameter or cookie.
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
      // A prefix in the config shows what the API really accepts.
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

/** Returns the name of the only secret that the config gives for a scheme, and its prefix, if it has one. */
export function secretValue(secret: Secret): { secret: string | undefined; prefix: string | undefined } {
  if (typeof secret === "string") return { secret, prefix: undefined };
  return "name" in secret ? { secret: secret.name, prefix: secret.prefix } : { secret: undefined, prefix: undefined };
}

/** Returns the names of all secrets in credentials and headers, without duplicates and sorted. */
export function secretNames(parts: readonly (Credential | string | { secret: string })[]): string[] {
  const names = parts.flatMap((part) => {
    if (typeof part === "string") return [];
    if ("secret" in part) return [part.secret];
    if (part.in === "basic") return [part.username, part.password].filter((name) => name !== undefined);
    return [part.clientId, part.clientSecret, ...secretNames(Object.values(part.parameters ?? {}))];
  });
  return [...new Set(names)].sort();
}

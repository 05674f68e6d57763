import type { Api, Operation, SecurityRequirement, SecurityScheme } from "../../ir/index.js";
import type { Credential, Secret, Way } from "../model.js";

/** What one operation takes to be authorised, or why it cannot be. */
export interface OperationCredentials {
  /** Names of security schemes, all of which it takes. */
  names: string[];
  /** True where it takes none. */
  anonymous: boolean;
  problem: string | undefined;
}

/** Chooses what authorises an operation among the alternatives of the spec (OpenAPI 3.1, section 4.8.30). */
export function operationCredentials(operation: Operation, api: Api, way: Way): OperationCredentials {
  const { security } = operation;
  const isFree = security.some((requirement) => Object.keys(requirement).length === 0);
  if (way.via === "connector") {
    const names: string[] = [];
    const carried = security.some((requirement) => requirement !== undefined && isByToken(requirement, api));
    if (carried || security.length === 0 || !hasTokenScheme(api))
      return { names, anonymous: false, problem: undefined };
    if (isFree) return { names, anonymous: true, problem: undefined };
    return {
      names,
      anonymous: false,
      problem: `it is authorised by ${shown(security)}, which a connector does not hold`,
    };
  }
  const secrets = way.via === "function" ? way.secrets : {};
  if (security.length === 0) {
    const isSilent = api.documentSecurity.every(({ requirements }) => requirements.length === 0);
    const names = isSilent ? Object.keys(secrets) : [];
    return { names, anonymous: names.length === 0, problem: undefined };
  }
  const given = security.find(
    (requirement) =>
      Object.keys(requirement).length > 0 && Object.keys(requirement).every((name) => Object.hasOwn(secrets, name)),
  );
  if (given) return { names: Object.keys(given), anonymous: false, problem: undefined };
  if (isFree) return { names: [], anonymous: true, problem: undefined };
  return { names: [], anonymous: false, problem: `it is authorised by ${shown(security)}` };
}

function shown(security: readonly SecurityRequirement[]): string {
  const alternatives = security.map((requirement) => Object.keys(requirement).join(" and "));
  return [...new Set(alternatives)].join(", or by ");
}

function schemeOf(name: string, { securitySchemes }: Api): SecurityScheme | undefined {
  return Object.hasOwn(securitySchemes, name) ? securitySchemes[name] : undefined;
}

function isTokenScheme(scheme: SecurityScheme | undefined): boolean {
  if (scheme === undefined) return true;
  if (scheme.type === "http") return scheme.scheme !== "basic" && scheme.scheme !== "digest";
  if (scheme.type === "apiKey") return scheme.in === "header" && scheme.name.toLowerCase() === "authorization";
  return scheme.type === "oauth2" || scheme.type === "openIdConnect";
}

function isByToken(requirement: SecurityRequirement, api: Api): boolean {
  const names = Object.keys(requirement);
  return names.length > 0 && names.every((name) => isTokenScheme(schemeOf(name, api)));
}

/** False for an API whose spec knows nothing of tokens: then the connector's is taken to work all the same. */
function hasTokenScheme(api: Api): boolean {
  return Object.values(api.securitySchemes).some(isTokenScheme);
}

/** How the value of a secret authorises by a security scheme. Undefined for one that no header or parameter serves. */
export function credentialOf(scheme: SecurityScheme, secret: Secret): Credential | undefined {
  const { prefix, ...value } = secretValue(secret);
  switch (scheme.type) {
    case "apiKey": {
      if (value.secret === undefined) return undefined;
      const name = scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name;
      return { in: scheme.in, name, secret: value.secret, ...(prefix ? { prefix } : {}) };
    }
    case "http":
      if (scheme.scheme === "basic")
        return value.secret === undefined ? basicPair(secret) : { in: "basic", secret: value.secret };
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
  if (typeof secret === "string" || "name" in secret) return undefined;
  const { username, password } = secret as { username?: string; password?: string };
  return { in: "basic", ...(username ? { username } : {}), ...(password ? { password } : {}) };
}

function secretValue(secret: Secret): { secret: string | undefined; prefix: string | undefined } {
  if (typeof secret === "string") return { secret, prefix: undefined };
  return "name" in secret ? { secret: secret.name, prefix: secret.prefix } : { secret: undefined, prefix: undefined };
}

/** `basic` as `Basic`: as the headers of requests have it (RFC 9110, section 11.1). */
export function authenticationScheme(scheme: string): string {
  return scheme === "" ? "Bearer" : scheme.charAt(0).toUpperCase() + scheme.slice(1);
}

/** The names of the secrets that credentials and headers take, each once, sorted. */
export function secretNames(parts: readonly (Credential | string | { secret: string })[]): string[] {
  const names = parts.flatMap((part) => {
    if (typeof part === "string") return [];
    if ("secret" in part) return [part.secret];
    return [part.username, part.password].filter((name) => name !== undefined);
  });
  return [...new Set(names)].sort();
}

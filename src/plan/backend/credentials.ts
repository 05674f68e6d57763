import type { Api, Operation, SecurityRequirement, SecurityScheme } from "../../ir/index.js";
import { isToken } from "../../spec/token.js";
import type { Credential, Secret, Way } from "../model.js";
import { schemeWords } from "../scheme-words.js";

/** What one operation takes to be authorised, or why it cannot be. */
export interface OperationCredentials {
  /** Names of security schemes, all of which it takes. */
  names: string[];
  /** True where it takes none. */
  anonymous: boolean;
  /** Why the way cannot authorise it. */
  obstacles: string[];
  /** Why nothing authorises it, where that is for the config to mend. */
  problem?: CredentialProblem | undefined;
}

/** Why nothing authorises an operation, and what the config has to say for that. */
export interface CredentialProblem {
  /** Completes "it is …". */
  problem: string;
  help: string;
}

/** Chooses what authorises an operation among the alternatives of the spec (OpenAPI 3.1, section 4.8.30). */
export function operationCredentials(operation: Operation, api: Api, way: Way): OperationCredentials {
  return way.via === "function" ? bySecrets(operation, api, way) : byToken(operation, api);
}

function byToken({ security }: Operation, api: Api): OperationCredentials {
  const isCarried = security.some((requirement) => isByToken(requirement, api));
  if (isCarried || security.length === 0 || !hasTokenScheme(api)) return authorised([]);
  if (security.some(isEmpty)) return { names: [], anonymous: true, obstacles: [] };
  const obstacle = `it is authorised by ${shown(security)}, which a connector does not hold`;
  return { names: [], anonymous: false, obstacles: [obstacle] };
}

/** What only headers can hold: the spec does not say where the credential of an undeclared scheme goes. */
export const HEADERS_HELP = 'headers: { Authorization: { secret: "NAME", prefix: "Bearer " } }';

function bySecrets(operation: Operation, api: Api, way: Way & { via: "function" }): OperationCredentials {
  const { security } = operation;
  const { secrets } = way;
  if (security.length === 0) {
    const isSilent = api.documentSecurity.every(({ requirements }) => requirements.length === 0);
    const names = isSilent ? Object.keys(secrets) : [];
    return { names, anonymous: names.length === 0, obstacles: [] };
  }
  const hasSecretHeader = Object.values(way.headers).some((value) => typeof value === "object");
  const isUndeclared = (name: string) => schemeOf(name, api) === undefined;
  const isServed = (name: string) => Object.hasOwn(secrets, name) || (hasSecretHeader && isUndeclared(name));
  const given = security.find((requirement) => !isEmpty(requirement) && Object.keys(requirement).every(isServed));
  if (given) return authorised(Object.keys(given).filter((name) => Object.hasOwn(secrets, name)));
  if (security.some(isEmpty)) return { names: [], anonymous: true, obstacles: [] };
  const obstacles = secretObstacles(operation, api);
  if (obstacles.length > 0) return { names: [], anonymous: false, obstacles };
  const isBySecrets = (name: string) => {
    const scheme = schemeOf(name, api);
    return scheme !== undefined && isBySecret(scheme);
  };
  const lacking = security.find((requirement) => Object.keys(requirement).every(isBySecrets));
  const problem = lacking ? lackOfSecrets(security, lacking) : lackOfScheme(security, api);
  return { names: [], anonymous: false, obstacles: [], problem };
}

function lackOfSecrets(security: readonly SecurityRequirement[], requirement: SecurityRequirement): CredentialProblem {
  const secrets = Object.keys(requirement).map((name) => `${JSON.stringify(name)}: "NAME_OF_THE_SECRET"`);
  return {
    problem: `authorised by ${shown(security)}, and no secret is named for that`,
    help: `Name it in the config: via: { function: { secrets: { ${secrets.join(", ")} } } }; its value is set with \`base44 secrets set\`.`,
  };
}

function lackOfScheme(security: readonly SecurityRequirement[], api: Api): CredentialProblem {
  const mendable = security.filter((requirement) => faultIn(requirement, api) === undefined);
  const alternatives = [
    `${shown(mendable)}, which the spec does not declare, or not as anything known`,
    ...beyondSecrets(security, api),
  ];
  return {
    problem: `authorised by ${alternatives.join(", or by ")}`,
    help: `Say in the config which header that is: ${HEADERS_HELP}; or declare the scheme in the spec.`,
  };
}

function authorised(names: string[]): OperationCredentials {
  return { names, anonymous: false, obstacles: [] };
}

/**
 * Why no secrets authorise an operation: each alternative takes more than what a request can hold of a secret. Empty
 * where there is one that does not.
 */
export function secretObstacles({ security }: Operation, api: Api): string[] {
  if (security.some((requirement) => faultIn(requirement, api) === undefined)) return [];
  const alternatives = beyondSecrets(security, api);
  return alternatives.length === 0 ? [] : [`it is authorised by ${alternatives.join(", or by ")}`];
}

/** The alternatives that take more than what a request can hold of a secret, each with why. */
function beyondSecrets(security: readonly SecurityRequirement[], api: Api): string[] {
  const byFault = new Map<string, Set<string>>();
  for (const { fault, words } of security.flatMap((requirement) => faultIn(requirement, api) ?? [])) {
    byFault.set(fault, (byFault.get(fault) ?? new Set()).add(words));
  }
  return [...byFault].map(([fault, words]) => `${[...words].join(", or by ")}, which ${fault}`);
}

/** The first scheme of an alternative that no secret serves. */
function faultIn(requirement: SecurityRequirement, api: Api): { fault: string; words: string } | undefined {
  for (const name of Object.keys(requirement)) {
    const scheme = schemeOf(name, api);
    const fault = scheme && secretFault(scheme);
    if (scheme && fault) return { fault, words: `${name} (${schemeWords(scheme)})` };
  }
  return undefined;
}

function isEmpty(requirement: SecurityRequirement): boolean {
  return Object.keys(requirement).length === 0;
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
  if (scheme.type === "http") return scheme.scheme !== "basic" && isBySecret(scheme);
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

/**
 * HTTP authentication schemes that answer a challenge or sign the request (IANA, HTTP Authentication Scheme Registry, and
 * AWS): no header that a secret makes serves them.
 */
const SIGNED = /^(aws4-.*|concealed|digest|dpop|hoba|mutual|negotiate|ntlm|oauth|scram-.*|vapid)$/;

/** True for a security scheme that the value of a secret serves, in a header, the query or a cookie. */
export function isBySecret(scheme: SecurityScheme): boolean {
  return secretFault(scheme) === undefined;
}

/** Why the value of a secret does not serve a security scheme, without its subject. Undefined where it does. */
export function secretFault(scheme: SecurityScheme): string | undefined {
  if (scheme.type === "apiKey") {
    const canBeSent = scheme.in === "query" ? scheme.name !== "" : isToken(scheme.name);
    return canBeSent ? undefined : `has a name that no ${scheme.in} can have`;
  }
  const takesMore = scheme.type === "http" ? SIGNED.test(scheme.scheme) : scheme.type === "mutualTLS";
  return takesMore ? "takes more than a secret" : undefined;
}

/** How the value of a secret authorises by a security scheme. Undefined for one that no header or parameter serves. */
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

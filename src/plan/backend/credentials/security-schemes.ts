import { getOrInsert } from "../../../collections/index.js";
import type { Api, Operation, SecurityRequirement, SecurityScheme } from "../../../ir/index.js";
import { isToken } from "../../../spec/token.js";
import { schemeWords } from "../../scheme-words.js";

/** Returns the security scheme with this name; undefined if it is not declared, or has an unknown type. */
export function schemeOf(name: string, { securitySchemes }: Pick<Api, "securitySchemes">): SecurityScheme | undefined {
  return Object.hasOwn(securitySchemes, name) ? securitySchemes[name] : undefined;
}

/** True for the requirement that needs no credentials. */
export function isEmpty(requirement: SecurityRequirement): boolean {
  return Object.keys(requirement).length === 0;
}

/** True for an API key in the header `Authorization`, which tokens also use. */
export function isAuthorizationKey(scheme: SecurityScheme): boolean {
  return scheme.type === "apiKey" && scheme.in === "header" && scheme.name.toLowerCase() === "authorization";
}

/** True for a scheme whose tokens expire. */
export function isOAuth(scheme: SecurityScheme): boolean {
  return scheme.type === "oauth2" || scheme.type === "openIdConnect";
}

/** True for a scheme whose tokens a client can fetch without a user. */
export function hasClientFlow(scheme: SecurityScheme): boolean {
  return scheme.type === "oauth2" && scheme.clientCredentials !== undefined;
}

/**
 * True if an operation needs no credentials, or if the schemes that `serves` accepts satisfy one of its alternatives
 * (OpenAPI 3.1, section 4.8.30). Undeclared schemes count as accepted, because nothing is known about them.
 */
export function isAuthorisedBy(
  { security }: Pick<Operation, "security">,
  api: Pick<Api, "securitySchemes">,
  serves: (scheme: SecurityScheme) => boolean,
): boolean {
  const isServed = (name: string) => {
    const scheme = schemeOf(name, api);
    return scheme === undefined || serves(scheme);
  };
  return (
    security.length === 0 ||
    security.some((requirement) => partsOf(requirement, api).every((names) => names.some(isServed)))
  );
}

/** Returns the name of a scheme and a description, for messages. */
export function namedScheme(name: string, api: Api): string {
  const scheme = schemeOf(name, api);
  return scheme ? `${name} (${schemeWords(scheme)})` : name;
}

/**
 * HTTP authentication schemes that answer a challenge or sign the request (IANA HTTP Authentication Scheme Registry,
 * AWS, and other keyed hashes). The value of a secret in a header is not enough for them.
 */
const SIGNED = /^(aws4-.*|.*hmac.*|concealed|digest|dpop|hoba|mutual|negotiate|ntlm|oauth|scram-.*|vapid)$/;

/** True for a security scheme that needs only the value of a secret, in a header, the query or a cookie. */
export function isBySecret(scheme: SecurityScheme): boolean {
  return secretFault(scheme) === undefined;
}

/**
 * Returns why the value of a secret is not enough for a security scheme, as the end of a sentence about it; undefined
 * if it is enough.
 */
export function secretFault(scheme: SecurityScheme): string | undefined {
  if (scheme.type === "apiKey") {
    const canBeSent = scheme.in === "query" ? scheme.name !== "" : isToken(scheme.name);
    return canBeSent ? undefined : `has a name that is not valid for a ${scheme.in}`;
  }
  const takesMore = scheme.type === "http" ? SIGNED.test(scheme.scheme) : scheme.type === "mutualTLS";
  return takesMore ? "needs more than a secret" : undefined;
}

/** Returns the name of an authentication scheme as sent in headers: `basic` as `Basic` (RFC 9110, section 11.1). */
export function authenticationScheme(scheme: string): string {
  return scheme === "" ? "Bearer" : scheme.charAt(0).toUpperCase() + scheme.slice(1);
}

/**
 * Groups the schemes of a requirement by the header, parameter or cookie that they use: one scheme of each group is
 * enough, because only one can be sent.
 */
export function partsOf(requirement: SecurityRequirement, api: Pick<Api, "securitySchemes">): string[][] {
  const byPlace = new Map<string, string[]>();
  for (const name of Object.keys(requirement)) {
    const scheme = schemeOf(name, api);
    const place = scheme && isBySecret(scheme) ? placeOf(scheme) : `scheme ${name}`;
    getOrInsert(byPlace, place, () => []).push(name);
  }
  return [...byPlace.values()];
}

/** True for a scheme whose credential is sent in the header `Authorization`, as all tokens are. */
export function isAuthorization(scheme: SecurityScheme): boolean {
  return isBySecret(scheme) && placeOf(scheme) === AUTHORIZATION;
}

const AUTHORIZATION = "header authorization";

function placeOf(scheme: SecurityScheme): string {
  if (scheme.type !== "apiKey") return AUTHORIZATION;
  return `${scheme.in} ${scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name}`;
}

/** Returns the alternatives in the order of the spec, but those with a deprecated scheme last. */
export function deprecatedLast(security: readonly SecurityRequirement[], api: Api): SecurityRequirement[] {
  const rank = (requirement: SecurityRequirement): number =>
    Number(Object.keys(requirement).some((name) => schemeOf(name, api)?.deprecated));
  return [...security].sort((one, other) => rank(one) - rank(other));
}

/**
 * Returns the alternatives that need credentials, in the order in which to propose them: HTTP authentication with a
 * token, OAuth tokens, HTTP basic, then API keys, which are often an older way. Alternatives with a deprecated scheme
 * come last.
 */
export function preferredFirst(security: readonly SecurityRequirement[], api: Api): SecurityRequirement[] {
  const rank = (requirement: SecurityRequirement): number =>
    Math.max(...Object.keys(requirement).map((name) => rankOf(schemeOf(name, api))));
  const some = security.filter((requirement) => !isEmpty(requirement));
  return deprecatedLast(
    some.sort((one, other) => rank(one) - rank(other)),
    api,
  );
}

function rankOf(scheme: SecurityScheme | undefined): number {
  switch (scheme?.type) {
    case "http":
      return scheme.scheme === "basic" ? 2 : 0;
    case "oauth2":
    case "openIdConnect":
      return 1;
    case "apiKey":
      return 3;
    default:
      return 4;
  }
}

/** Returns the first alternative to propose that secrets can satisfy; undefined if there is none. */
export function proposedOf(security: readonly SecurityRequirement[], api: Api): SecurityRequirement | undefined {
  return preferredFirst(security, api).find((requirement) =>
    Object.keys(requirement).every((name) => {
      const scheme = schemeOf(name, api);
      return scheme !== undefined && isBySecret(scheme);
    }),
  );
}

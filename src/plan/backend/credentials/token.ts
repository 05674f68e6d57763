import type { Api, Operation, SecurityRequirement, SecurityScheme } from "../../../ir/index.js";
import { isAuthorizationKey, isBySecret, isEmpty, isOAuth, namedScheme, schemeOf } from "./security-schemes.js";

/**
 * Returns why a connector's token does not authorise an operation; empty if it does. It does for operations that need
 * no credentials: users who chose an account want it used, and the token goes to the same API. It also does if the spec
 * never mentions tokens: then the connector's token is assumed to work.
 */
export function tokenObstacles({ security }: Operation, api: Api): string[] {
  if (security.length === 0 || security.some((requirement) => isEmpty(requirement) || isByToken(requirement, api)))
    return [];
  const knowsTokens = api.declaresTokens || Object.values(api.securitySchemes).some((item) => isTokenScheme(item, api));
  if (!knowsTokens) return [];
  const alternatives = security.map((requirement) =>
    Object.keys(requirement)
      .map((name) => namedScheme(name, api))
      .join(" and "),
  );
  return [`it is authorised by ${[...new Set(alternatives)].join(", or by ")}, which a connector does not provide`];
}

function isByToken(requirement: SecurityRequirement, api: Api): boolean {
  return Object.keys(requirement).every((name) => isTokenScheme(schemeOf(name, api), api));
}

/**
 * True for a scheme that a connector's token satisfies. An API key in the header `Authorization` counts as a token if
 * the document declares no tokens, because Swagger 2.0 cannot declare HTTP bearer. In a document that declares tokens,
 * the key is something else (of a bot or a client).
 */
function isTokenScheme(scheme: SecurityScheme | undefined, api: Api): boolean {
  if (scheme === undefined) return true;
  if (scheme.type === "http") return scheme.scheme !== "basic" && isBySecret(scheme);
  if (scheme.type === "apiKey") return isAuthorizationKey(scheme) && !api.declaresTokens;
  return isOAuth(scheme);
}

import type { Api, Operation, SecurityRequirement, SecurityScheme } from "../../../ir/index.js";
import { isAuthorizationKey, isBySecret, isEmpty, isOAuth, namedScheme, schemeOf } from "./security-schemes.js";

/**
 * Why a connector's token does not authorise an operation. Empty where it does, and for an operation that anybody may
 * call: whoever chose an account wants it used, and the token goes to the same API. Empty too where the spec knows
 * nothing of tokens: then the connector's is taken to work all the same.
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
 * A key in the header `Authorization` is a token where the document has no other way to say so: Swagger 2.0 knows no HTTP
 * bearer. Where it declares tokens, the key is something else (a bot's, a client's).
 */
function isTokenScheme(scheme: SecurityScheme | undefined, api: Api): boolean {
  if (scheme === undefined) return true;
  if (scheme.type === "http") return scheme.scheme !== "basic" && isBySecret(scheme);
  if (scheme.type === "apiKey") return isAuthorizationKey(scheme) && !api.declaresTokens;
  return isOAuth(scheme);
}

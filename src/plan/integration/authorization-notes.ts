import type { Diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, SecurityScheme } from "../../ir/index.js";
import { isAuthorizationKey, schemeOf } from "../backend/index.js";
import { unsentAuthorization } from "../unsent-authorization.js";

/**
 * Reports operations that declare an `Authorization` header as a parameter, unless one of their credentials uses that
 * header (B44-328): credentials are reported separately.
 */
export function authorizationNotes(api: Api): Diagnostic[] {
  const unsent = api.operations.filter(
    (operation) => operation.authorizationParameter !== undefined && !isByAuthorization(operation, api),
  );
  const help =
    "If the API needs it, the workspace admin sets the header Authorization in the integration; it never reaches the app.";
  return unsentAuthorization(unsent, help);
}

function isByAuthorization({ security }: Operation, api: Api): boolean {
  const names = security.flatMap((requirement) => Object.keys(requirement));
  return names.some((name) => isInAuthorization(schemeOf(name, api)));
}

function isInAuthorization(scheme: SecurityScheme | undefined): boolean {
  if (scheme?.type === "apiKey") return isAuthorizationKey(scheme);
  return scheme !== undefined && scheme.type !== "mutualTLS";
}

import type { Diagnostic } from "../../../diagnostics/index.js";
import type { Operation } from "../../../ir/index.js";
import type { BackendPlan } from "../../model.js";
import { unsentAuthorization } from "../../unsent-authorization.js";
import { HEADERS_HELP } from "../credentials/index.js";

/** Reports operations that declare an `Authorization` header as a parameter, if the function sends none (B44-328). */
export function authorizationNotes(operations: readonly Operation[], backend: BackendPlan): Diagnostic[] {
  const unsent = operations.filter(
    (operation) => operation.authorizationParameter !== undefined && !sendsAuthorization(operation, backend),
  );
  const help = `If the API needs it, set it in the config: ${HEADERS_HELP}; or declare a security scheme in the spec.`;
  return unsentAuthorization(unsent, help);
}

function sendsAuthorization({ id }: Operation, backend: BackendPlan): boolean {
  if (Object.hasOwn(backend.headers, "authorization")) return true;
  if (backend.connection) return true;
  const planned = backend.operations.get(id);
  return (planned?.credentials ?? []).some((name) => {
    const credential = Object.hasOwn(backend.credentials, name) ? backend.credentials[name] : undefined;
    return credential?.in === "header"
      ? credential.name === "authorization"
      : credential?.in === "basic" || credential?.in === "clientCredentials";
  });
}

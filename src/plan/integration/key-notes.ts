import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation, Parameter } from "../../ir/index.js";
import { isParameterOf, requiredKeys } from "../backend/index.js";
import { operationList } from "../operation-list.js";

/**
 * Reports required query parameters that look like keys (B44-368): an integration stores only headers. Those of security
 * schemes are reported with the credentials.
 */
export function keyNotes(api: Api): Diagnostic[] {
  const keys = requiredKeys(api.operations).filter(({ parameter }) => isOfNoScheme(parameter, api));
  return keys.map(({ parameter, operations }) => keyNote(api, parameter, operations));
}

function isOfNoScheme(parameter: Parameter, { securitySchemes }: Api): boolean {
  if (parameter.in !== "query") return false;
  return Object.values(securitySchemes).every((scheme) => !isParameterOf(scheme, parameter));
}

function keyNote(api: Api, { name, source }: Parameter, operations: readonly Operation[]): Diagnostic {
  const secrets = `{ ${JSON.stringify(name)}: "NAME" }`;
  return diagnostic("B44-368", {
    message: `The app has to pass the parameter ${name} of ${api.name}, which looks like a key (${operationList(operations)}).`,
    location: source,
    help: `To hide it from the app's users, call the API through a backend function, which adds it: via: { function: { secrets: ${secrets} } } in a config.`,
  });
}

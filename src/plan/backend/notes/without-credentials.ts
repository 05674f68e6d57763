import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, Operation } from "../../../ir/index.js";
import type { BackendPlan } from "../../model.js";
import { operationList } from "../../operation-list.js";
import { HEADERS_HELP, isSilent, proposedOf, secretsSetting, valueNotes } from "../credentials/index.js";
import { asksForKey, keyNames } from "./key-like-parameters.js";

/**
 * Reports calls that are sent without credentials although the API may accept some: they are optional in the spec, or
 * the spec never says what authorises a call (B44-334). Omits operations for which another message says this.
 */
export function withoutCredentials(api: Api, backend: BackendPlan): Diagnostic[] {
  if (Object.values(backend.headers).some((value) => typeof value === "object")) return [];
  const silent = isSilent(api);
  const anonymous = api.operations.filter(({ id }) => backend.operations.get(id)?.anonymous);
  const keys = keyNames(api.operations);
  const open = anonymous.filter((operation) =>
    silent ? !isToldOf(operation, keys) : proposedOf(operation.security, api) !== undefined,
  );
  const [first] = open;
  if (!first) return [];
  const why = silent
    ? "the spec never says how they are authorised"
    : "the spec allows it, and the config names no secret";
  const message = `Calls of ${api.name} are sent without credentials (${operationList(open)}): ${why}.`;
  const help = silent
    ? ["If the API needs credentials,", "If it is open to everyone, there is nothing to do."]
    : ["To authorise them,", "If they need no credentials, there is nothing to do."];
  return [diagnostic("B44-334", { message, location: first.source, help: help.join(` ${wayOut(first, api)} `) })];
}

/** True if another message reports a credential that is declared as a parameter: B44-324 or B44-328. */
function isToldOf(operation: Operation, keys: ReadonlySet<string>): boolean {
  return operation.authorizationParameter !== undefined || asksForKey(operation, keys);
}

/**
 * Returns how to authorise calls in the config: with a secret for a scheme that the spec offers or declares, or else
 * with a header.
 */
function wayOut({ security }: Operation, api: Api): string {
  const declared = Object.keys(api.securitySchemes).map((name) => ({ [name]: [] }));
  const best = proposedOf(security.length > 0 ? security : declared, api);
  if (!best) return `set the header in the config: ${HEADERS_HELP}.`;
  return [`name a secret in the config: ${secretsSetting(best, api)}.`, ...valueNotes(best, api)].join(" ");
}

import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Operation } from "../ir/index.js";
import { operationList } from "./operation-list.js";

/**
 * Reports in one message the `Authorization` headers that are declared as parameters and that nothing sends (B44-328).
 *
 * @param help how to send it with the API's transport
 */
export function unsentAuthorization(operations: readonly Operation[], help: string): Diagnostic[] {
  const [first] = operations;
  if (!first) return [];
  const declared = "it is declared as a parameter, not as a security scheme";
  const message = `The header Authorization of ${operationList(operations)} is not sent: ${declared}.`;
  return [diagnostic("B44-328", { message, location: first.authorizationParameter, help })];
}

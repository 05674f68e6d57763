import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Operation } from "../ir/index.js";
import { operationList } from "./operation-list.js";

/**
 * Where an `Authorization` header is declared as a parameter, and nothing sends it (B44-328), told once.
 *
 * @param help how it can be sent on the way that the API has
 */
export function unsentAuthorization(operations: readonly Operation[], help: string): Diagnostic[] {
  const [first] = operations;
  if (!first) return [];
  const declared = "it is declared as a parameter, not as a security scheme";
  const message = `The header Authorization of ${operationList(operations)} is not sent: ${declared}.`;
  return [diagnostic("B44-328", { message, location: first.authorizationParameter, help })];
}

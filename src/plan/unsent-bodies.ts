import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { isEmptyBody } from "./dispensable-body.js";
import { operationList } from "./operation-list.js";
import type { CutOperation } from "./unsent-forms.js";

/** Reports optional request bodies that calls do not send (B44-329). */
export function unsentBodies(operations: readonly CutOperation[]): Diagnostic[] {
  const without = operations.flatMap(({ operation, cut }) => {
    const body = operation.requestBody;
    return body && !cut.requestBody && !isEmptyBody(body) ? [operation] : [];
  });
  const [first] = without;
  if (!first) return [];
  const message = `Calls of ${operationList(without)} do not send the optional request body.`;
  return [diagnostic("B44-329", { message, location: first.requestBody?.source })];
}

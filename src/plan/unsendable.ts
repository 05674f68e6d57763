import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Operation, Parameter } from "../ir/index.js";
import { isToken } from "../spec/token.js";
import { operationList } from "./operation-list.js";

/**
 * True for a header or cookie that no request can hold, since its name is no token. The names of cookies that are written
 * as forms are percent-encoded.
 */
export function isUnsendable({ in: place, name, style }: Parameter): boolean {
  return (place === "header" || (place === "cookie" && style === "cookie")) && !isToken(name);
}

/**
 * Which parameters are left out because no request can hold them (B44-327), each once.
 *
 * @param operations as the spec has them
 */
export function unsendableNotes(operations: readonly Operation[]): Diagnostic[] {
  const uses = new Map<string, { parameter: Parameter; operations: Operation[] }>();
  for (const operation of operations) {
    for (const parameter of operation.parameters.filter(isUnsendable)) {
      const key = `${parameter.in} ${parameter.name}`;
      const use = uses.get(key) ?? { parameter, operations: [] };
      uses.set(key, use);
      use.operations.push(operation);
    }
  }
  return [...uses.values()].map(({ parameter: { in: place, name, source }, operations: declaring }) => {
    const message = `The ${place} ${JSON.stringify(name)} of ${operationList(declaring)} is not sent: no ${place} can have such a name.`;
    return diagnostic("B44-327", { message, location: source });
  });
}

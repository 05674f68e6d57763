import type { ts } from "ts-morph";
import { type CallSite, isCustomCall } from "./generated-code.js";

/** The expression that a call passes as arguments: the `{ pathParams, queryParams, payload }`. */
export function passedArguments(checker: ts.TypeChecker, { call }: CallSite): ts.Expression | undefined {
  if (isCustomCall(call)) return call.arguments[2];
  const [first] = checker.getResolvedSignature(call)?.parameters ?? [];
  // A bound function has no client parameter.
  return call.arguments[first?.name === "client" ? 1 : 0];
}

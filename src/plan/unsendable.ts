import { getOrInsert } from "../collections/index.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Operation, Parameter } from "../ir/index.js";
import { isToken } from "../spec/token.js";
import { operationList } from "./operation-list.js";

/** The characters that a header can contain (Fetch Standard, section 2.2.2): no line breaks, nothing outside Latin-1. */
const HEADER_TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;
/** The characters that a cookie can contain without encoding (RFC 6265, section 4.1.1). */
const COOKIE_TEXT = /^[!#-+\--:<-[\]-~]*$/;

/**
 * Returns which part of a header or cookie no request can contain: its name, if that is not a token, or its only allowed
 * value. Undefined if it can be sent. Cookies that are written as forms are percent-encoded.
 */
export function unsendablePart({ in: place, name, style, fixedValue = "" }: Parameter): "name" | "value" | undefined {
  if (place !== "header" && !(place === "cookie" && style === "cookie")) return undefined;
  if (!isToken(name)) return "name";
  return (place === "header" ? HEADER_TEXT : COOKIE_TEXT).test(fixedValue) ? undefined : "value";
}

/** True for a header or cookie that no request can contain. */
export function isUnsendable(parameter: Parameter): boolean {
  return unsendablePart(parameter) !== undefined;
}

/**
 * Reports the parameters that are omitted because no request can contain them, each once (B44-327).
 *
 * @param operations as in the spec
 */
export function unsendableNotes(operations: readonly Operation[]): Diagnostic[] {
  const uses = new Map<string, { parameter: Parameter; operations: Operation[] }>();
  for (const operation of operations) {
    for (const parameter of operation.parameters.filter(isUnsendable)) {
      const key = JSON.stringify([parameter.in, parameter.name, unsendablePart(parameter)]);
      getOrInsert(uses, key, () => ({ parameter, operations: [] })).operations.push(operation);
    }
  }
  return [...uses.values()].map(({ parameter, operations: declaring }) => {
    const { in: place, name, source } = parameter;
    const why = unsendablePart(parameter) === "name" ? "name" : "only value";
    const message = `The ${place} ${JSON.stringify(name)} of ${operationList(declaring)} is not sent: its ${why} is not valid for a ${place}.`;
    return diagnostic("B44-327", { message, location: source });
  });
}

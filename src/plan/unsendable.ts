import { getOrInsert } from "../collections/index.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Operation, Parameter } from "../ir/index.js";
import { isToken } from "../spec/token.js";
import { operationList } from "./operation-list.js";

/** What a header can hold (Fetch Standard, section 2.2.2): no line breaks, nothing outside Latin-1. */
const HEADER_TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;
/** What a cookie can hold as it is (RFC 6265, section 4.1.1). */
const COOKIE_TEXT = /^[!#-+\--:<-[\]-~]*$/;

/**
 * What of a header or cookie no request can hold: its name where it is no token, or the one value that it allows. Undefined
 * for one that can be sent. Cookies that are written as forms are percent-encoded.
 */
export function unsendablePart({ in: place, name, style, fixedValue = "" }: Parameter): "name" | "value" | undefined {
  if (place !== "header" && !(place === "cookie" && style === "cookie")) return undefined;
  if (!isToken(name)) return "name";
  return (place === "header" ? HEADER_TEXT : COOKIE_TEXT).test(fixedValue) ? undefined : "value";
}

/** True for a header or cookie that no request can hold. */
export function isUnsendable(parameter: Parameter): boolean {
  return unsendablePart(parameter) !== undefined;
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

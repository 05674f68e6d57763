import { isMethod } from "../spec/select/index.js";
import type { Operation } from "./model.js";

/**
 * Returns the method as it is sent in requests: for an additional operation as written (OpenAPI 3.2.0, section 4.9).
 */
export function sentMethod({ method }: Pick<Operation, "method">): string {
  return isMethod(method) ? method.toUpperCase() : method;
}

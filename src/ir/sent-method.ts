import { isMethod } from "../spec/select/index.js";
import type { Operation } from "./model.js";

/** The method as a request says it: that of an additional operation as it is written (OpenAPI 3.2.0, section 4.9). */
export function sentMethod({ method }: Pick<Operation, "method">): string {
  return isMethod(method) ? method.toUpperCase() : method;
}

import type { Api, Operation } from "../../ir/index.js";
import { secretObstacles } from "./credentials.js";
import { backendObstacles } from "./obstacles.js";

/** Why no backend function with secrets can make the calls of an operation. Empty where one can. */
export function functionObstacles(operation: Operation, api: Api): string[] {
  return [...backendObstacles(operation), ...secretObstacles(operation, api)];
}

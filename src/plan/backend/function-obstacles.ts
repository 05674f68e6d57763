import type { Api, Operation } from "../../ir/index.js";
import { secretObstacles } from "./credentials/index.js";
import { backendObstacles } from "./operation/index.js";

/** Why no backend function with secrets can make the calls of an operation. Empty where one can. */
export function functionObstacles(operation: Operation, api: Api): string[] {
  return [...backendObstacles(operation), ...secretObstacles(operation, api)];
}

import { type Api, type Operation, sentMethod } from "../../../ir/index.js";
import { isToken } from "../../../spec/token.js";
import { isDispensable } from "../../dispensable-body.js";
import { emptyBraces } from "../../empty-braces.js";
import { isUnsendable, unsendablePart } from "../../unsendable.js";
import { secretObstacles } from "../credentials/index.js";

/** Methods that `fetch` refuses (Fetch Standard, section 2.2.1). */
const FORBIDDEN = new Set(["connect", "trace", "track"]);
/** Methods that a metered connector supports. */
const METERED = new Set(["get", "post", "put", "patch", "delete", "head"]);

/** Returns why a backend function cannot call an operation; empty if it can. */
export function backendObstacles(operation: Operation): string[] {
  const { method, requestBody } = operation;
  const obstacles: string[] = [];
  if (!isToken(method)) obstacles.push(`${JSON.stringify(method)} is not a valid HTTP method`);
  if (FORBIDDEN.has(method.toLowerCase())) obstacles.push(`fetch does not allow the method ${sentMethod(operation)}`);
  if ((method === "get" || method === "head") && requestBody && !isDispensable(operation, requestBody)) {
    obstacles.push(`fetch does not send a request body with ${method.toUpperCase()}`);
  }
  return [...obstacles, ...emptyBraces(operation.path), ...parameterObstacles(operation)];
}

/** Returns why no backend function with secrets can call an operation; empty if one can. */
export function functionObstacles(operation: Operation, api: Api): string[] {
  return [...backendObstacles(operation), ...secretObstacles(operation, api)];
}

/** Returns why a metered connector cannot call an operation: `callApi` sends and returns only JSON. Empty if it can. */
export function meteredObstacles(operation: Operation): string[] {
  const { method, portable } = operation;
  return [
    ...(METERED.has(method) ? [] : [`a metered connector does not support the method ${sentMethod(operation)}`]),
    ...(portable ? [] : ["a metered connector supports only JSON, without headers or cookies that vary by call"]),
    ...emptyBraces(operation.path),
    ...parameterObstacles(operation),
  ];
}

function parameterObstacles({ parameters }: Operation): string[] {
  return parameters
    .filter((parameter) => parameter.required && isUnsendable(parameter))
    .map((parameter) => {
      const { in: place, name } = parameter;
      const what =
        unsendablePart(parameter) === "name" ? "whose name is not valid for a" : "whose only value is not valid for a";
      return `it requires the ${place} ${JSON.stringify(name)}, ${what} ${place}`;
    });
}

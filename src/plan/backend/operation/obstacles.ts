import { type Api, type Operation, sentMethod } from "../../../ir/index.js";
import { isToken } from "../../../spec/token.js";
import { isDispensable } from "../../dispensable-body.js";
import { emptyBraces } from "../../empty-braces.js";
import { isUnsendable, unsendablePart } from "../../unsendable.js";
import { secretObstacles } from "../credentials/index.js";

/** Methods that `fetch` refuses (Fetch Standard, section 2.2.1). */
const FORBIDDEN = new Set(["connect", "trace", "track"]);
/** Methods that a metered connector knows. */
const METERED = new Set(["get", "post", "put", "patch", "delete", "head"]);

/** Why a backend function cannot make the calls of an operation. Empty where it can. */
export function backendObstacles(operation: Operation): string[] {
  const { method, requestBody } = operation;
  const obstacles: string[] = [];
  if (!isToken(method)) obstacles.push(`no request can have the method ${JSON.stringify(method)}`);
  if (FORBIDDEN.has(method.toLowerCase())) obstacles.push(`fetch does not send ${sentMethod(operation)}`);
  if ((method === "get" || method === "head") && requestBody && !isDispensable(operation, requestBody)) {
    obstacles.push(`fetch does not send a body with ${method.toUpperCase()}`);
  }
  return [...obstacles, ...emptyBraces(operation.path), ...parameterObstacles(operation)];
}

/** Why no backend function with secrets can make the calls of an operation. Empty where one can. */
export function functionObstacles(operation: Operation, api: Api): string[] {
  return [...backendObstacles(operation), ...secretObstacles(operation, api)];
}

/** Why a metered connector cannot make them: `callApi` takes and gives JSON. Empty where it can. */
export function meteredObstacles(operation: Operation): string[] {
  const { method, portable } = operation;
  return [
    ...(METERED.has(method) ? [] : [`a metered connector does not know the method ${sentMethod(operation)}`]),
    ...(portable ? [] : ["a metered connector carries JSON without headers or cookies that vary by call"]),
    ...emptyBraces(operation.path),
    ...parameterObstacles(operation),
  ];
}

function parameterObstacles({ parameters }: Operation): string[] {
  return parameters
    .filter((parameter) => parameter.required && isUnsendable(parameter))
    .map((parameter) => {
      const { in: place, name } = parameter;
      const what = unsendablePart(parameter) === "name" ? "a name that no" : "of which the one value is none that a";
      return `it needs the ${place} ${JSON.stringify(name)}, ${what} ${place} can have`;
    });
}

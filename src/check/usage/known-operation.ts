import type { Operation, Parameter } from "../../ir/index.js";
import { isComposed } from "../../spec/schema-keywords.js";
import type { KnownOperation } from "./model.js";

/** Converts an operation of the IR to the form that the usage check needs. */
export function knownOperation({ id, name, operationId, parameters, requestBody }: Operation): KnownOperation {
  const names = (list: Parameter[]) => list.map((parameter) => parameter.name);
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  return {
    id,
    name,
    ...(operationId === undefined ? {} : { operationId }),
    pathParams: names(inPath),
    ...(inPath.some(({ expression }) => expression !== undefined)
      ? { pathKeys: inPath.map(({ name, expression }) => expression ?? name) }
      : {}),
    queryParams: names(inQuery),
    textParams: names([...inPath, ...inQuery].filter(takesAnyText)),
    hasPayload: requestBody !== undefined,
  };
}

/** Keywords (JSON Schema 2020-12) that, like composition, restrict which strings the type `string` allows. */
const NARROWER = ["const", "enum", "not"];

/** True if the generated type of a parameter is `string`, or a union with it. */
function takesAnyText({ schema, contentType }: Parameter): boolean {
  if (typeof schema === "boolean" || contentType !== undefined) return false;
  if (isComposed(schema) || NARROWER.some((keyword) => keyword in schema)) return false;
  return [schema.type].flat().includes("string");
}

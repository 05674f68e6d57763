import type { Operation, Parameter } from "../../ir/index.js";
import type { Json } from "../../spec/json.js";

/** How an operation's wrapper serializes its parameters: which of the runtime's encoders it names, with what styles. */
export interface OperationEncoders {
  hasPath: boolean;
  hasQuery: boolean;
  /** Styles by parameter for `pathWith` and `queryWith`; null where the plain `path` and `query` do. */
  pathStyles: Json;
  queryStyles: Json;
}

/** Chooses the encoders for an operation by `style`, `explode` and `content` (OpenAPI 3.1, section 4.8.12.5). */
export function operationEncoders(operation: Operation): OperationEncoders {
  const inPath = operation.parameters.filter((item) => item.in === "path");
  const inQuery = operation.parameters.filter((item) => item.in === "query");
  return {
    hasPath: inPath.length > 0,
    hasQuery: inQuery.length > 0,
    pathStyles: styles(inPath, pathStyle),
    queryStyles: styles(inQuery, queryStyle),
  };
}

function styles(parameters: Parameter[], styleOf: (parameter: Parameter) => Json | undefined): Json {
  const entries = parameters.flatMap((parameter) => {
    const style = styleOf(parameter);
    return style === undefined ? [] : [[parameter.name, style] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** Prefix, separator, and whether the keys of an object are glued to their values; undefined for plain `simple`. */
function pathStyle(parameter: Parameter): Json | undefined {
  const { style, explode, name } = parameter;
  if (style === "label") return [".", explode ? "." : ",", explode];
  if (style === "matrix") {
    if (!explode) return [`;${name}=`, ",", false];
    return isObjectSchema(parameter) ? [";", ";", true] : [`;${name}=`, `;${name}=`, false];
  }
  return explode ? ["", ",", true] : undefined;
}

function isObjectSchema({ schema }: Parameter): boolean {
  if (typeof schema === "boolean") return false;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.includes("object") || schema.properties !== undefined;
}

const SEPARATORS: Record<string, string> = { form: ",", spaceDelimited: " ", pipeDelimited: "|", tabDelimited: "\t" };

/** The mark of a query parameter that does not go by `form` with explode. */
function queryStyle({ style, explode, contentType }: Parameter): string | undefined {
  if (contentType !== undefined) return "{}";
  if (style === "deepObject") return "[]";
  return explode ? undefined : SEPARATORS[style];
}

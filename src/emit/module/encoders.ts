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

const PATH_OPERATORS: Record<string, string> = {
  label: ".",
  matrix: ";",
  spaceDelimited: " ",
  pipeDelimited: "|",
  tabDelimited: "\t",
};

/** The mark of a path parameter that does not go by `simple` without explode. */
function pathStyle({ style, explode, contentType }: Parameter): string | undefined {
  if (isJson(contentType)) return "{}";
  const mark = `${PATH_OPERATORS[style] ?? ""}${explode ? "*" : ""}`;
  return mark === "" ? undefined : mark;
}

const SEPARATORS: Record<string, string> = {
  form: ",",
  simple: ",",
  spaceDelimited: " ",
  pipeDelimited: "|",
  tabDelimited: "\t",
};

/** The mark of a query parameter that does not go by `form` with explode. */
function queryStyle({ style, explode, contentType }: Parameter): string | undefined {
  if (contentType !== undefined) return isJson(contentType) ? "{}" : undefined;
  if (style === "deepObject") return "[]";
  return explode ? undefined : SEPARATORS[style];
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /\bjson\b/i.test(contentType);
}

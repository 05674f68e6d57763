import { type Api, type Encoding, isOfQuery, type Operation, type Parameter } from "../../ir/index.js";
import type { Json } from "../../json/index.js";
import { hasAwkwardName, isAwkwardName, isTextual } from "./kinds-of-values.js";

/** The arguments that a generated function may encode, in the order of the encoders that the runtime's `call` takes. */
export const ENCODED = ["pathParams", "queryParams", "payload"] as const;

/** How a generated function encodes one of its arguments for `custom.call`. */
export interface OperationEncoder {
  argument: (typeof ENCODED)[number];
  /** The name of the runtime function. */
  encoder: "path" | "pathWith" | "query" | "queryWith" | "openPayload";
  /** True if the runtime function takes styles by parameter and returns the encoder; false if it is the encoder. */
  hasStyles: boolean;
  styles: Json;
  /**
   * Path parameter names by the expression in the path's braces, for expressions that are more than the name; null if
   * there are none.
   */
  names: Json;
}

/**
 * Returns the encoders for an operation, chosen by `style`, `explode` and `content` (OpenAPI 3.1, section 4.8.12.5) and
 * by the kinds of values: most are strings, numbers and arrays of these, for which the runtime has small encoders.
 */
export function operationEncoders(operation: Operation, api: Api): OperationEncoder[] {
  const inPath = operation.parameters.filter((item) => item.in === "path");
  const inQuery = operation.parameters.filter(isOfQuery);
  const encoders: OperationEncoder[] = [];
  if (inPath.length > 0) {
    const own = styles(inPath, pathStyle);
    const names = namesByExpression(inPath);
    const isPlain =
      own === null && names === null && inPath.every(({ name, schema }) => isPlainName(name) && isTextual(schema, api));
    encoders.push({ ...encoderOf("pathParams", isPlain ? "path" : "pathWith", own), names });
  }
  if (inQuery.length > 0) {
    const own = styles(inQuery, queryStyle);
    const isPlain = own === null && inQuery.every((parameter) => isPlainQuery(parameter, api));
    encoders.push(encoderOf("queryParams", isPlain ? "query" : "queryWith", own));
  }
  const content = operation.requestBody?.content ?? [];
  if (content.some(({ schema }) => hasAwkwardName(schema, api)))
    encoders.push(encoderOf("payload", "openPayload", null));
  return encoders;
}

function encoderOf(
  argument: OperationEncoder["argument"],
  encoder: OperationEncoder["encoder"],
  own: Json,
): OperationEncoder {
  const hasStyles = encoder.endsWith("With");
  return { argument, encoder, hasStyles, styles: own ?? {}, names: null };
}

function namesByExpression(parameters: Parameter[]): Json {
  const entries = parameters.flatMap(({ name, expression }) => (expression === undefined ? [] : [[expression, name]]));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** True for a name that no object inherits. For such names, the small encoders find only what the caller passed. */
function isPlainName(name: string): boolean {
  return !isAwkwardName(name) && !(name in Object.prototype);
}

function isPlainQuery({ name, schema, contentType }: Parameter, api: Api): boolean {
  return contentType === undefined && isPlainName(name) && isTextual(schema, api, { orList: true });
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
  segments: "/",
  spaceDelimited: " ",
  pipeDelimited: "|",
  tabDelimited: "\t",
};

/** Returns the runtime's mark for the style of a path parameter; undefined for `simple` without explode. */
function pathStyle({ style, explode, isJson }: Parameter): string | undefined {
  if (isJson) return "{}";
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

/**
 * Returns the runtime's mark for the style of a query parameter; undefined for `form` with explode. For a form that is
 * the whole query, returns the marks of its fields.
 */
function queryStyle({ style, explode, contentType, isJson, encoding }: Parameter): Json | undefined {
  if (encoding) return fieldStyles(encoding);
  if (contentType !== undefined) return isJson ? "{}" : undefined;
  if (style === "deepObject") return "[]";
  return explode ? undefined : SEPARATORS[style];
}

/**
 * Returns the marks of a form's fields. Without a mark, an object is sent as JSON, and an array as one parameter per
 * item.
 */
function fieldStyles(encoding: Record<string, Encoding>): Json {
  const entries = Object.entries(encoding).flatMap(([name, field]) => {
    const mark = fieldStyle(field);
    return mark === undefined ? [] : [[name, mark] as const];
  });
  return Object.fromEntries(entries);
}

function fieldStyle({ contentType = "", style, explode, allowReserved }: Encoding): string | undefined {
  if (style === undefined && explode === undefined && !allowReserved)
    return contentType.includes("json") ? "{}" : undefined;
  if (style === "deepObject") return "[]";
  return (explode ?? (style ?? "form") === "form") ? "*" : SEPARATORS[style ?? "form"];
}

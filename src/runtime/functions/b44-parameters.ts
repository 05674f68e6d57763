import type { CallArguments, OperationDefinition, ParameterDefinition } from "./b44-definition.ts";
import { type CallFailure, invalidInput } from "./b44-failure.ts";

/** For each location of parameters: the argument group that they are in, and what messages call them. */
export const GROUPS = {
  path: ["pathParams", "path parameter"],
  query: ["queryParams", "query parameter"],
  querystring: ["queryParams", "query parameter"],
  header: ["headers", "header"],
  cookie: ["cookies", "cookie"],
} as const;

const METHODS = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)$/;

/** The operation id, `method:/path`. Standard methods are in lower case; others keep their case, which matters. */
export function idOf({ method, path }: OperationDefinition): string {
  return `${METHODS.test(method) ? method.toLowerCase() : method}:${path}`;
}

/** A parameter, and what is wrong with its value. */
export interface Refusal {
  operation: OperationDefinition;
  parameter: ParameterDefinition;
  problem: string;
}

/** The failure for an invalid parameter. */
export function refused({ operation, parameter, problem }: Refusal): CallFailure {
  const words = `${GROUPS[parameter.in][1]} "${parameter.name}"`;
  return invalidInput({ operation: idOf(operation), parameter: words, problem });
}

/**
 * The value of a parameter in a call, or its fixed value; undefined if there is neither, or if it is null. Header names
 * are case-insensitive.
 */
export function given(args: CallArguments, parameter: ParameterDefinition): unknown {
  const group = args[GROUPS[parameter.in][0]] ?? {};
  const lower = parameter.name.toLowerCase();
  const name =
    parameter.in === "header" ? Object.keys(group).find((key) => key.toLowerCase() === lower) : parameter.name;
  const value = name !== undefined && Object.hasOwn(group, name) ? group[name] : undefined;
  return value ?? parameter.fixed;
}

/** True for text that is valid in a header: no line breaks, only Latin-1 characters. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** True for text that is valid in a cookie without encoding (RFC 6265, section 4.1.1). */
export function isCookieText(text: string): boolean {
  return /^[!#-+\--:<-[\]-~]*$/.test(text);
}

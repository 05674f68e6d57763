import type { CallArguments, OperationDefinition, ParameterDefinition } from "./b44-definition.ts";
import { type CallFailure, invalidInput } from "./b44-failure.ts";

/** The argument group that holds a parameter, and what messages call it. */
export const GROUPS = {
  path: ["pathParams", "path parameter"],
  query: ["queryParams", "query parameter"],
  querystring: ["queryParams", "query parameter"],
  header: ["headers", "header"],
  cookie: ["cookies", "cookie"],
} as const;

const METHODS = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)$/;

/** `method:/path`, the method in lower case where the case of it says nothing. */
export function idOf({ method, path }: OperationDefinition): string {
  return `${METHODS.test(method) ? method.toLowerCase() : method}:${path}`;
}

/** A parameter, and what is wrong with it. */
export interface Refusal {
  operation: OperationDefinition;
  parameter: ParameterDefinition;
  problem: string;
}

/** The failure for a parameter. */
export function refused({ operation, parameter, problem }: Refusal): CallFailure {
  const words = `${GROUPS[parameter.in][1]} "${parameter.name}"`;
  return invalidInput({ operation: idOf(operation), parameter: words, problem });
}

/** What a call has for a parameter: undefined where it has nothing, or null. Headers have no case. */
export function given(args: CallArguments, parameter: ParameterDefinition): unknown {
  const group = args[GROUPS[parameter.in][0]] ?? {};
  const lower = parameter.name.toLowerCase();
  const name =
    parameter.in === "header" ? Object.keys(group).find((key) => key.toLowerCase() === lower) : parameter.name;
  const value = name !== undefined && Object.hasOwn(group, name) ? group[name] : undefined;
  return value ?? parameter.fixed;
}

/** True for text that a header can hold: no line breaks, nothing outside Latin-1. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** True for text that a cookie can hold as it is (RFC 6265, section 4.1.1). */
export function isCookieText(text: string): boolean {
  return /^[!#-+\--:<-[\]-~]*$/.test(text);
}

import type { ConnectorEntry } from "../../connectors/index.js";
import type { Api, Operation, Parameter } from "../../ir/index.js";
import type { HeaderValue } from "../model.js";
import { isUnsendable } from "../unsendable.js";

/** What an operation's parameters are judged by. */
export interface CarriedBy {
  api: Api;
  /** The security schemes that authorise the operation. */
  credentials: readonly string[];
  connector: ConnectorEntry | undefined;
  /** Sent with every request, by lower-case name. */
  headers: Record<string, HeaderValue>;
}

/**
 * The parameters that callers give. Left out are those that are credentials, which the function puts in, headers that the
 * config fixes, and what no request can hold. A required header that allows one value only is sent by itself, so a caller
 * need not give it; an optional one is the caller's choice, as is any.
 */
export function carriedParameters(operation: Operation, by: CarriedBy): Parameter[] {
  const isCredential = (parameter: Parameter) =>
    by.connector?.credentialParameters?.includes(parameter.name) === true ||
    by.credentials.some((name) => isParameterOf(by.api, name, parameter));
  return varyingParameters(operation, by.headers)
    .filter((parameter) => !isCredential(parameter) && !isUnsendable(parameter))
    .map((parameter) =>
      isFixedHeader(parameter) ? { ...parameter, required: false } : { ...parameter, fixedValue: undefined },
    );
}

/** True for a header that each call has, and with the one value that it allows. */
function isFixedHeader({ in: place, required, fixedValue }: Parameter): boolean {
  return place === "header" && required && fixedValue !== undefined;
}

/** The parameters of an operation but for the headers that are the same for every call. */
export function varyingParameters({ parameters }: Operation, headers: CarriedBy["headers"]): Parameter[] {
  return parameters.filter(({ in: place, name }) => place !== "header" || !Object.hasOwn(headers, name.toLowerCase()));
}

/** True for a parameter that is declared beside the API key that it is. */
function isParameterOf({ securitySchemes }: Api, name: string, parameter: Parameter): boolean {
  const scheme = Object.hasOwn(securitySchemes, name) ? securitySchemes[name] : undefined;
  if (scheme?.type !== "apiKey" || scheme.in !== parameter.in) return false;
  if (scheme.in === "header") return scheme.name.toLowerCase() === parameter.name.toLowerCase();
  return scheme.name === parameter.name;
}

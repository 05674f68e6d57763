import type { ConnectorEntry } from "../../../connectors/index.js";
import type { Api, Operation, Parameter, SecurityScheme } from "../../../ir/index.js";
import type { HeaderValue } from "../../../runtime/functions/b44-definition.js";
import { isUnsendable } from "../../unsendable.js";
import { schemeOf } from "../credentials/index.js";

/** What an operation's parameters are judged by. */
interface CarriedBy {
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
    by.credentials.some((name) => isParameterOf(schemeOf(name, by.api), parameter));
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

/** True for a parameter that is declared beside the security scheme whose API key it is. */
export function isParameterOf(scheme: SecurityScheme | undefined, { in: place, name }: Place): boolean {
  if (scheme?.type !== "apiKey" || scheme.in !== place) return false;
  return place === "header" ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
}

type Place = Pick<Parameter, "in" | "name">;

import type { Api, Operation, Parameter, SchemasByKey, SecurityScheme } from "../../../ir/index.js";
import type { HeaderValue } from "../../../runtime/functions/b44-definition.js";
import type { BackendWay } from "../../model.js";
import { presetValue } from "../../preset-value.js";
import { isUnsendable } from "../../unsendable.js";
import { schemeOf } from "../credentials/index.js";

/** What an operation's parameters are judged by. */
interface CarriedBy {
  api: Api;
  /** The security schemes that authorise the operation. */
  credentials: readonly string[];
}

/**
 * The parameters that callers give, of those that vary by call. Left out are those that are credentials, which the function
 * puts in, and what no request can hold. A required header that allows one value only is sent by itself, so a caller need
 * not give it; an optional one is the caller's choice, as is any.
 */
export function carriedParameters({ parameters }: Operation, by: CarriedBy): Parameter[] {
  const isCredential = (parameter: Parameter) =>
    by.credentials.some((name) => isParameterOf(schemeOf(name, by.api), parameter));
  return parameters
    .filter((parameter) => !isCredential(parameter) && !isUnsendable(parameter))
    .map((parameter) =>
      isFixedHeader(parameter) ? { ...parameter, required: false } : { ...parameter, fixedValue: undefined },
    );
}

/** True for a header that each call has, and with the one value that it allows. */
function isFixedHeader({ in: place, required, fixedValue }: Parameter): boolean {
  return place === "header" && required && fixedValue !== undefined;
}

/** What says which headers are the same for every call. */
interface FixedHeaders {
  way: BackendWay;
  /** Sent with every request, by lower-case name: what the config says, and what the connector's API wants. */
  headers: Record<string, HeaderValue>;
  schemas: SchemasByKey;
}

/**
 * The parameters of an operation except the headers that are the same for every call. Where the spec presets another value
 * than b44-gen knows for a connector, that value is sent: the types are those of this version of the API.
 */
export function varyingParameters({ parameters }: Operation, { way, headers, schemas }: FixedHeaders): Parameter[] {
  return parameters.flatMap((parameter) => {
    const name = parameter.name.toLowerCase();
    if (parameter.in !== "header" || !Object.hasOwn(headers, name)) return [parameter];
    const isConfigured = Object.keys(way.headers).some((header) => header.toLowerCase() === name);
    const preset = isConfigured ? undefined : presetValue(parameter.schema, schemas);
    const isOther = preset !== undefined && preset !== headers[name];
    return isOther ? [{ ...parameter, required: true, fixedValue: preset }] : [];
  });
}

/** True for a parameter that is declared beside the security scheme whose API key it is. */
export function isParameterOf(scheme: SecurityScheme | undefined, { in: place, name }: Place): boolean {
  if (scheme?.type !== "apiKey" || scheme.in !== place) return false;
  return place === "header" ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
}

type Place = Pick<Parameter, "in" | "name">;

import type { Api, Operation, Parameter, SchemasByKey, SecurityScheme } from "../../../ir/index.js";
import type { HeaderValue } from "../../../runtime/functions/b44-definition.js";
import type { BackendWay } from "../../model.js";
import { presetValue } from "../../preset-value.js";
import { isUnsendable } from "../../unsendable.js";
import { schemeOf } from "../credentials/index.js";

/** The API and the credentials, which decide which parameters an operation keeps. */
interface CarriedBy {
  api: Api;
  /** The security schemes that authorise the operation. */
  credentials: readonly string[];
}

/**
 * Returns the parameters that callers pass, from those that vary by call. Omits credentials, which the function adds, and
 * parameters that no request can contain. A required header with only one allowed value becomes optional, because it is
 * sent automatically; optional parameters remain the caller's choice.
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

/** True for a required header that allows only one value. */
function isFixedHeader({ in: place, required, fixedValue }: Parameter): boolean {
  return place === "header" && required && fixedValue !== undefined;
}

/** The headers that are the same in every call, and the context to compare them with parameters. */
interface FixedHeaders {
  way: BackendWay;
  /** Sent with every request, by lower-case name: those in the config, and those that the connector's API requires. */
  headers: Record<string, HeaderValue>;
  schemas: SchemasByKey;
}

/**
 * Returns the parameters of an operation without the headers that are the same in every call. If the spec presets another
 * value for a connector's header than b44-gen knows, that value is sent: the types are those of this version of the API.
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

/** True for a parameter that is the API key of a security scheme. */
export function isParameterOf(scheme: SecurityScheme | undefined, { in: place, name }: Place): boolean {
  if (scheme?.type !== "apiKey" || scheme.in !== place) return false;
  return place === "header" ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
}

type Place = Pick<Parameter, "in" | "name">;

import type { Api, Operation, Parameter, SecurityScheme } from "../../ir/index.js";
import type { BackendWay } from "../model.js";

/**
 * The API with a security scheme for each secret whose key is no scheme of the spec but a parameter of its operations:
 * many specs declare their API key as an ordinary parameter only. The operations that declare it take it.
 */
export function withParameterKeys(api: Api, way: BackendWay): Api {
  if (way.via !== "function") return api;
  const keys = Object.keys(way.secrets).filter((key) => !Object.hasOwn(api.securitySchemes, key));
  const schemes = new Map(
    keys.flatMap((key): [string, SecurityScheme][] => {
      const scheme = schemeOf(key, api.operations);
      return scheme ? [[key, scheme]] : [];
    }),
  );
  if (schemes.size === 0) return api;
  return {
    ...api,
    securitySchemes: { ...api.securitySchemes, ...Object.fromEntries(schemes) },
    operations: api.operations.map((operation) =>
      withKeys(operation, [...schemes.keys()], schemes.size === Object.keys(way.secrets).length),
    ),
  };
}

/** As the parameter is declared where it is first. A parameter that holds more than a text is no key. */
function schemeOf(name: string, operations: readonly Operation[]): SecurityScheme | undefined {
  const parameter = operations.flatMap(({ parameters }) => parameters).find((item) => isKey(item, name));
  if (parameter?.in !== "query" && parameter?.in !== "header" && parameter?.in !== "cookie") return undefined;
  return { type: "apiKey", name: parameter.name, in: parameter.in, description: parameter.description };
}

function isKey({ name, in: place, schema }: Parameter, wanted: string): boolean {
  if (name !== wanted || (place !== "query" && place !== "header" && place !== "cookie")) return false;
  const type = typeof schema === "object" ? schema.type : undefined;
  return type === undefined || type === "string";
}

/** @param areAll whether there are no other secrets, which an operation of a spec without security would take too */
function withKeys(operation: Operation, names: readonly string[], areAll: boolean): Operation {
  const own = names.filter((name) => operation.parameters.some((parameter) => isKey(parameter, name)));
  const { security } = operation;
  if (own.length === 0) return areAll && security.length === 0 ? { ...operation, security: [{}] } : operation;
  const taken = Object.fromEntries(own.map((name) => [name, []]));
  return { ...operation, security: security.length === 0 ? [taken] : security.map((item) => ({ ...item, ...taken })) };
}

const KEY_NAME = /^(?:x-)?(?:api[-_]?key|app[-_]?(?:id|key)|access[-_]?(?:key|token)|auth[-_]?token|key|token)$/i;

/** The names of parameters that look like keys and that callers have to give, no secret or header of the config does. */
export function keyLikeParameters(operations: readonly Operation[]): string[] {
  const parameters = operations.flatMap((operation) => operation.parameters);
  const keys = parameters.filter(
    (parameter) => parameter.required && KEY_NAME.test(parameter.name) && isKey(parameter, parameter.name),
  );
  return [...new Set(keys.map(({ name }) => name))];
}

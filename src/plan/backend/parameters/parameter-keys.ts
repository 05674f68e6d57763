import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { type Api, type Operation, type Parameter, type SecurityScheme, settledAgainst } from "../../../ir/index.js";
import type { BackendWay, Secret } from "../../model.js";
import { isSilent } from "../credentials/index.js";
import { isParameterOf } from "./parameters.js";

/** An API and its transport, with a security scheme for each secret. */
interface KeyedApi {
  api: Api;
  way: BackendWay;
  diagnostics: Diagnostic[];
}

/**
 * Adds a security scheme for each secret in the config whose key names a parameter of the operations instead of a
 * scheme: many specs declare their API key as an ordinary parameter, by itself or next to the scheme for it. The scheme
 * is the one for that parameter, or a new one for each location in which the parameter is declared. All operations that
 * declare the parameter of a scheme with a secret then use the scheme, whatever security the spec gives them.
 */
export function withParameterKeys(api: Api, way: BackendWay): KeyedApi {
  if (way.via !== "function" || Object.keys(way.secrets).length === 0) return { api, way, diagnostics: [] };
  const { secrets, schemes, diagnostics } = secretsByScheme(api, way.secrets);
  const securitySchemes = { ...api.securitySchemes, ...Object.fromEntries(schemes) };
  const declared = [...secrets.keys()].filter((name) => Object.hasOwn(api.securitySchemes, name));
  const taking: Taking = {
    keys: [...secrets.keys()].filter((name) => Object.hasOwn(securitySchemes, name)),
    securitySchemes,
    unsaid: isSilent(api) ? declared : [],
  };
  return {
    api: { ...api, securitySchemes, operations: api.operations.map((operation) => withKeys(operation, taking)) },
    way: { ...way, secrets: Object.fromEntries(secrets) },
    diagnostics,
  };
}

interface SecretsByScheme {
  secrets: Map<string, Secret>;
  /** The schemes that the spec does not declare. */
  schemes: Map<string, SecurityScheme>;
  diagnostics: Diagnostic[];
}

function secretsByScheme(api: Api, given: Record<string, Secret>): SecretsByScheme {
  const secrets = new Map<string, Secret>();
  const schemes = new Map<string, SecurityScheme>();
  const diagnostics: Diagnostic[] = [];
  const isScheme = (key: string) => Object.hasOwn(api.securitySchemes, key);
  for (const [key, secret] of Object.entries(given)) {
    const places = isScheme(key) ? [] : placesOf(key, api.operations);
    if (places.length === 0) secrets.set(key, secret);
    for (const scheme of places) {
      const owners = Object.keys(api.securitySchemes).filter((name) =>
        isParameterOf(api.securitySchemes[name], scheme),
      );
      if (owners.length === 0) {
        const taken = new Set([...Object.keys(api.securitySchemes), ...schemes.keys()]);
        const name = settledAgainst(taken, [key, `${key} (${scheme.in})`]);
        schemes.set(name, scheme);
        secrets.set(name, secret);
      }
      for (const name of owners) {
        const own = Object.hasOwn(given, name) ? given[name] : secret;
        if (JSON.stringify(own) !== JSON.stringify(secret)) diagnostics.push(namedTwice(api, key, name));
        else secrets.set(name, secret);
      }
    }
  }
  return { secrets, schemes, diagnostics };
}

function namedTwice(api: Api, key: string, scheme: string): Diagnostic {
  return diagnostic("B44-312", {
    message: `The secrets of ${api.name} do not match the spec: the parameter ${key} and the security scheme ${scheme} are the same, and both have a secret.`,
    setting: ["via", "function", "secrets", key],
    help: `Remove ${key}: the secret of ${scheme} is sent there.`,
  });
}

type ApiKey = SecurityScheme & { type: "apiKey" };

/**
 * Returns the schemes for a parameter that may be a key: one for each location (query, header or cookie) in which
 * operations declare it.
 */
function placesOf(key: string, operations: readonly Operation[]): ApiKey[] {
  const places = new Map<string, ApiKey>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    if (parameter.name !== key || !mayBeKey(parameter) || places.has(parameter.in)) continue;
    const { in: place, description, deprecated, source } = parameter;
    places.set(place, { type: "apiKey", name: key, in: place, description, deprecated, source });
  }
  return [...places.values()];
}

/** False for a parameter that is not a string, or whose location cannot have credentials. */
export function mayBeKey(parameter: Parameter): parameter is Parameter & { in: ApiKey["in"] } {
  const { in: place, schema } = parameter;
  if (place !== "query" && place !== "header" && place !== "cookie") return false;
  const types = typeof schema === "object" ? [schema.type ?? []].flat() : [];
  return types.every((type) => type === "string" || type === "null");
}

/** The input for choosing the schemes that operations use. */
interface Taking {
  /** The security schemes that have a secret. */
  keys: readonly string[];
  securitySchemes: Api["securitySchemes"];
  /** Schemes for operations without security, if the whole spec declares no security. */
  unsaid: readonly string[];
}

function withKeys(operation: Operation, { keys, securitySchemes, unsaid }: Taking): Operation {
  const { security } = operation;
  const requirements = security.length > 0 ? security : [Object.fromEntries(unsaid.map((name) => [name, []]))];
  const own = operation.parameters.map((parameter) =>
    keys.filter((name) => isParameterOf(securitySchemes[name], parameter)),
  );
  return {
    ...operation,
    security: requirements.map((requirement) => {
      const lacking = own.flatMap((names) =>
        names.some((name) => Object.hasOwn(requirement, name)) ? [] : (names[0] ?? []),
      );
      return { ...requirement, ...Object.fromEntries(lacking.map((name) => [name, []])) };
    }),
  };
}

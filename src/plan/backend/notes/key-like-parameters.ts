import { getOrInsert } from "../../../collections/index.js";
import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, Operation, Parameter } from "../../../ir/index.js";
import { schemeOf } from "../credentials/index.js";
import { isParameterOf, mayBeKey } from "../parameters/index.js";

/** Common names of keys in any location. */
export const KEY_NAME =
  /^(?:x-)?(?:api[-_]?key|app[-_]?(?:id|key)|access[-_]?(?:key|token)|auth[-_]?token|key|token)$/i;

/** Names of keys that are also common for other values. */
const BARE_NAME = /^(?:x-)?(?:key|token)$/i;

/** An operation as it is carried, and why nothing authorises it. */
interface Carried {
  cut: Operation;
  problem: object | undefined;
}

/**
 * Reports parameters that look like keys and that callers must pass, because the config has no secret or header for
 * them (B44-324).
 */
export function keyParameterNotes(api: Api, carried: readonly Carried[]): Diagnostic[] {
  const names = keyNames(api.operations);
  const keys = carried.flatMap((item) =>
    item.cut.parameters.filter(
      (parameter) => names.has(parameter.name) && isLikeKey(parameter) && !isAskedFor(parameter, item, api),
    ),
  );
  const byName = new Map<string, Parameter>();
  for (const parameter of keys) if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
  return [...byName.values()].map((parameter) =>
    diagnostic("B44-324", {
      message: `Callers of ${api.name} have to pass the parameter ${parameter.name}, which looks like a key.`,
      location: parameter.source,
      help: `To let the function add it, name its secret: via: { function: { secrets: { ${JSON.stringify(secretKeyOf(parameter, api))}: "NAME" } } }.`,
    }),
  );
}

/** A parameter that looks like a key, and the operations that require it. */
interface RequiredKey {
  parameter: Parameter;
  operations: Operation[];
}

/**
 * Returns the required parameters that look like keys, each by location and name. One with only `key` or `token` as its
 * name counts only if at least half of the operations require it: in a few operations, it is the key of an entry or the
 * token of an invitation.
 */
export function requiredKeys(operations: readonly Operation[]): RequiredKey[] {
  const keys = new Map<string, RequiredKey>();
  for (const operation of operations) {
    for (const parameter of operation.parameters) {
      if (!isLikeKey(parameter)) continue;
      const place = `${parameter.in} ${parameter.name}`;
      getOrInsert(keys, place, () => ({ parameter, operations: [] })).operations.push(operation);
    }
  }
  return [...keys.values()].filter(
    ({ parameter, operations: some }) => !BARE_NAME.test(parameter.name) || some.length * 2 >= operations.length,
  );
}

/** Returns the names of the parameters that {@link requiredKeys} returns. */
export function keyNames(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(requiredKeys(operations).map(({ parameter }) => parameter.name));
}

/** True for a required parameter with the name of a key. */
function isLikeKey(parameter: Parameter): boolean {
  return parameter.required && KEY_NAME.test(parameter.name) && mayBeKey(parameter);
}

/** True for an operation that requires a key. @param names of the parameters that are keys */
export function asksForKey({ parameters }: Operation, names: ReadonlySet<string>): boolean {
  return parameters.some((parameter) => names.has(parameter.name) && isLikeKey(parameter));
}

/** Returns the key under `secrets` for a parameter: the name of its security scheme, or its own name. */
function secretKeyOf(parameter: Parameter, { securitySchemes }: Api): string {
  const owner = Object.entries(securitySchemes).find(([, scheme]) => isParameterOf(scheme, parameter));
  return owner?.[0] ?? parameter.name;
}

/** True for the parameter of a security scheme that has no secret yet, which is reported separately (B44-311). */
function isAskedFor(parameter: Parameter, { cut, problem }: Carried, api: Api): boolean {
  const names = problem === undefined ? [] : cut.security.flatMap((requirement) => Object.keys(requirement));
  return names.some((name) => isParameterOf(schemeOf(name, api), parameter));
}

import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, Operation, Parameter } from "../../../ir/index.js";
import { schemeOf } from "../credentials/index.js";
import { isParameterOf, mayBeKey } from "../parameters/index.js";

/** How keys are called, in whatever place. */
export const KEY_NAME =
  /^(?:x-)?(?:api[-_]?key|app[-_]?(?:id|key)|access[-_]?(?:key|token)|auth[-_]?token|key|token)$/i;

/** An operation as it is carried, and why nothing authorises it. */
interface Carried {
  cut: Operation;
  problem: object | undefined;
}

/** Parameters that look like keys and that callers have to give: no secret or header of the config does (B44-324). */
export function keyParameterNotes(api: Api, carried: readonly Carried[]): Diagnostic[] {
  const keys = carried.flatMap((item) =>
    item.cut.parameters.filter((parameter) => isLikeKey(parameter) && !isAskedFor(parameter, item, api)),
  );
  const byName = new Map<string, Parameter>();
  for (const parameter of keys) if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
  return [...byName.values()].map((parameter) =>
    diagnostic("B44-324", {
      message: `Callers of ${api.name} have to give the parameter ${parameter.name}, which looks like a key.`,
      location: parameter.source,
      help: `To have the function put it in, name its secret: via: { function: { secrets: { ${JSON.stringify(secretKeyOf(parameter, api))}: "NAME" } } }.`,
    }),
  );
}

/** True for a parameter that has to be given and looks like a key. */
export function isLikeKey(parameter: Parameter): boolean {
  return parameter.required && KEY_NAME.test(parameter.name) && mayBeKey(parameter);
}

/** What the secret of a parameter is named by: the security scheme whose parameter it is, or itself. */
function secretKeyOf(parameter: Parameter, { securitySchemes }: Api): string {
  const owner = Object.entries(securitySchemes).find(([, scheme]) => isParameterOf(scheme, parameter));
  return owner?.[0] ?? parameter.name;
}

/** True for the parameter of a security scheme that has no secret yet, which is told of by itself (B44-311). */
function isAskedFor(parameter: Parameter, { cut, problem }: Carried, api: Api): boolean {
  const names = problem === undefined ? [] : cut.security.flatMap((requirement) => Object.keys(requirement));
  return names.some((name) => isParameterOf(schemeOf(name, api), parameter));
}

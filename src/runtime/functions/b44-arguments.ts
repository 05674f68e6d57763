import { definitionFor } from "./b44-body.ts";
import type { ApiDefinition, CallArguments, OperationDefinition } from "./b44-definition.ts";
import { invalidInput } from "./b44-failure.ts";
import { GROUPS, given, idOf, refused } from "./b44-parameters.ts";
import { validate } from "./b44-validate.ts";
import { textFault } from "./b44-value.ts";

/** The arguments of a call, and the definitions to check them against. */
export interface GivenArguments {
  definition: ApiDefinition;
  operation: OperationDefinition;
  args: CallArguments;
}

const MEMBERS = ["pathParams", "queryParams", "headers", "cookies", "payload"];

/**
 * Checks the arguments of a call: the groups and names, required values, values that cannot be sent, and, if the
 * definition says so, each value against its schema.
 *
 * @throws {CallFailure} `invalid_input` for the first fault
 */
export function validateArguments(call: GivenArguments): void {
  const { operation, args } = call;
  if (!isPlain(args))
    throw invalidInput({ operation: idOf(operation), parameter: "args", problem: "must be an object" });
  validateNames(call);
  validateParameters(call);
  validatePayload(call);
}

/** Throws if there is an argument that the operation does not have. */
function validateNames({ operation, args }: GivenArguments): void {
  const { parameters = [], body } = operation;
  const id = idOf(operation);
  for (const [group, values] of Object.entries(args)) {
    if (values === undefined) continue;
    if (!MEMBERS.includes(group) || (group === "payload" && !body)) {
      throw invalidInput({ operation: id, parameter: group, problem: "is not an argument of this operation" });
    }
    if (group === "payload" || values === null) continue;
    if (!isPlain(values)) throw invalidInput({ operation: id, parameter: group, problem: "must be an object" });
    const fold = (name: string): string => (group === "headers" ? name.toLowerCase() : name);
    const known = parameters.filter((one) => GROUPS[one.in][0] === group).map((one) => fold(one.name));
    const stray = Object.keys(values).find((name) => values[name] !== undefined && !known.includes(fold(name)));
    if (stray !== undefined) {
      const parameter = `${group}[${JSON.stringify(stray)}]`;
      throw invalidInput({ operation: id, parameter, problem: "is not a parameter of this operation" });
    }
  }
}

function validateParameters({ definition, operation, args }: GivenArguments): void {
  const { checks, validate: deep } = definition;
  for (const parameter of operation.parameters ?? []) {
    const value = given(args, parameter);
    if (value === undefined) {
      if (parameter.required) throw refused({ operation, parameter, problem: "is missing" });
      continue;
    }
    const { check } = parameter;
    const fault = textFault(value) ?? (deep && check && validate({ check, value, checks, loose: !parameter.json }));
    if (!fault) continue;
    const problem = fault.pointer ? `at ${fault.pointer} ${fault.problem}` : fault.problem;
    throw refused({ operation, parameter, problem });
  }
}

function validatePayload({ definition, operation, args }: GivenArguments): void {
  const { body } = operation;
  if (!body) return;
  const id = idOf(operation);
  const { payload } = args;
  if (payload === undefined) {
    if (body.required) throw invalidInput({ operation: id, pointer: "/payload", problem: "is missing" });
    return;
  }
  const { checks, validate: deep } = definition;
  const { kind, check } = definitionFor(body, payload);
  const unsendable = kind === "binary" ? undefined : textFault(payload, kind);
  const fault = unsendable ?? (deep && check && validate({ check, value: payload, checks }));
  if (fault) throw invalidInput({ operation: id, pointer: `/payload${fault.pointer}`, problem: fault.problem });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

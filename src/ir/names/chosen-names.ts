import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import type { Api, Operation } from "../model.js";
import { RESERVED_FUNCTION_NAMES } from "./reserved.js";
import { operationTypeNames } from "./type-names.js";

/** The names of functions in the config, by operation id. */
export type ChosenNames = Readonly<Record<string, string>>;

/**
 * Gives functions of an API the names in the config, and names the types of their arguments and results after them. All other
 * names stay.
 */
export function withChosenNames(api: Api, chosen: ChosenNames): Api {
  const named = api.operations.flatMap(({ id }): [string, string][] => {
    const name = chosen[id];
    return name === undefined ? [] : [[id, name]];
  });
  if (named.length === 0) return api;
  const names = new Map(named);
  const others = api.operations.filter(({ id }) => !names.has(id));
  const types = operationTypeNames(names, new Set([...schemaNames(api), ...others.flatMap(typeNames)]));
  const operations = api.operations.map((operation) => {
    const name = names.get(operation.id);
    return name === undefined ? operation : { ...operation, name, ...types.get(operation.id) };
  });
  return { ...api, operations };
}

/** Returns the faults of the names that the config chooses for an API (B44-367). */
export function chosenNameFaults(api: Api, chosen: ChosenNames): Diagnostic[] {
  const entries = Object.entries(chosen);
  if (entries.length === 0) return [];
  const problemOf = problems(api);
  return entries.flatMap(([id, name]) => {
    const problem = problemOf(id, name);
    if (problem === undefined) return [];
    return diagnostic("B44-367", { message: `\`names\` of ${api.name} ${problem}.`, setting: ["names", id] });
  });
}

function problems(api: Api): (id: string, name: string) => string | undefined {
  const ids = new Set(api.operations.map(({ id }) => id));
  const types = new Set([...schemaNames(api), ...api.operations.flatMap(typeNames), api.factoryName]);
  return (id, name) => {
    if (!ids.has(id)) return `names ${id}, which is not selected`;
    const given = `gives ${id} the name ${name}`;
    if (RESERVED_FUNCTION_NAMES.has(name)) return `${given}, which is reserved by JavaScript or the generated code`;
    if (types.has(name)) return `${given}, which a generated type or the factory already has`;
    const isSame = (operation: Operation) => operation.name.toLowerCase() === name.toLowerCase();
    const other = api.operations.find((operation) => operation.id !== id && isSame(operation));
    return other && `${given}, which ${other.id} already has`;
  };
}

function schemaNames({ schemas }: Api): string[] {
  return schemas.flatMap(({ name, requestName }) => [name, requestName]);
}

function typeNames({ argumentsTypeName, resultTypeName }: Operation): string[] {
  return [argumentsTypeName, resultTypeName];
}

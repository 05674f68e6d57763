import { shortHash } from "./identifier.js";
import { RESERVED_TYPE_NAMES } from "./reserved.js";
import { settleNames } from "./settle.js";
import { upperFirst } from "./words.js";

/** The names of the types of an operation's arguments and result. */
export interface OperationTypeNames {
  argumentsTypeName: string;
  resultTypeName: string;
}

/**
 * Returns the type names of operations by operation id: `listContacts` has `ListContactsArgs` and `ListContactsResult`,
 * or `ListContactsOperationArgs` and `ListContactsOperationResult` if one of the former is taken.
 *
 * @param functionNames function names by operation id, of the whole document
 * @param taken names of schemas of the document, which keep their plain names
 */
export function operationTypeNames(
  functionNames: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): Map<string, OperationTypeNames> {
  const ids = [...functionNames.keys()];
  const bases = settleNames(
    [...functionNames].map(([id, name]) => {
      const base = name.startsWith("_") ? `Operation${name}` : upperFirst(name);
      return [() => base, () => `${base}Operation`, () => `${base}_${shortHash(id)}`];
    }),
    takenBases([...RESERVED_TYPE_NAMES, ...taken]),
    "exact",
  );
  return new Map(
    bases.map((base, index) => [
      ids[index] as string,
      { argumentsTypeName: `${base}Args`, resultTypeName: `${base}Result` },
    ]),
  );
}

/** Returns the bases that would give a taken name with `Args` or `Result`. */
function takenBases(taken: readonly string[]): Set<string> {
  return new Set(taken.flatMap((name) => /^(.*)(?:Args|Result)$/.exec(name)?.[1] ?? []));
}

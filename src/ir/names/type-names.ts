import { createHash } from "node:crypto";
import { settleNames } from "./settle.js";
import { pascalCase, words } from "./words.js";

/**
 * Type names for an operation's arguments and result, by operation id: `listContacts` has `ListContactsArgs` and
 * `ListContactsResult`. Schemas keep their plain names, so a clash with one is settled here.
 *
 * @param functionNames function names by operation id, of the whole document
 * @param taken names that schemas of the document have
 */
export function operationTypeNames(
  functionNames: ReadonlyMap<string, string>,
  taken: (name: string) => boolean,
): Map<string, { argumentsTypeName: string; resultTypeName: string }> {
  const ids = [...functionNames.keys()];
  const settle = (suffix: string) =>
    settleNames(
      ids.map((id) => {
        const name = functionNames.get(id) ?? "";
        const base = name.startsWith("_") ? `Operation${name}` : pascalCase(words(name));
        const hash = createHash("sha256").update(id).digest("hex").slice(0, 8);
        return { names: [`${base}${suffix}`, `${base}Operation${suffix}`, `${base}${suffix}_${hash}`] };
      }),
      taken,
      "exact",
    );
  const argumentNames = settle("Args");
  const resultNames = settle("Result");
  return new Map(
    ids.map((id, index) => [
      id,
      { argumentsTypeName: argumentNames[index] ?? "", resultTypeName: resultNames[index] ?? "" },
    ]),
  );
}

import type { LockedNames } from "../../spec/locked/index.js";
import type { DocumentNames } from "./document-names.js";

/**
 * Returns the names for a locked spec: those settled over the whole document that it is a copy of. Anything without a name there
 * keeps the one settled over the copy.
 */
export function withLockedNames(names: DocumentNames, locked: LockedNames): DocumentNames {
  const functions = new Map(names.functions);
  const operationTypes = new Map(names.operationTypes);
  const schemas = new Map(names.schemas);
  for (const [id, { name, argumentsTypeName, resultTypeName }] of Object.entries(locked.operations)) {
    functions.set(id, name);
    operationTypes.set(id, { argumentsTypeName, resultTypeName });
  }
  for (const [key, own] of Object.entries(locked.schemas)) schemas.set(key, own);
  return { functions, operationTypes, schemas };
}

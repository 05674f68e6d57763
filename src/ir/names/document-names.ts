import { type OperationNaming, operationNames } from "./operation-names.js";
import { type SchemaNames, schemaNames } from "./schema-names.js";
import { type OperationTypeNames, operationTypeNames } from "./type-names.js";

/** The names of everything in an API. */
export interface DocumentNames {
  /** The names of functions, by operation id. */
  functions: ReadonlyMap<string, string>;
  /** The names of the functions' types, by operation id. */
  operationTypes: ReadonlyMap<string, OperationTypeNames>;
  /** The names of schemas, by key. */
  schemas: ReadonlyMap<string, SchemaNames>;
}

/**
 * Settles the names of an API. Those of operations and of the document's own schemas are settled first, over the whole document.
 * Those of schemas that bundling moved in come last, because they depend on the selection, and a larger selection must not
 * rename anything.
 */
export function documentNames(document: {
  operations: readonly OperationNaming[];
  /** Keys of the document's own schemas. */
  schemas: readonly string[];
  /** Keys of further schemas. */
  movedSchemas: readonly string[];
}): DocumentNames {
  const functions = operationNames(document.operations);
  const taken = new Set(functions.values());
  const own = schemaNames(document.schemas, taken);
  for (const { name, requestName } of own.values()) taken.add(name).add(requestName);
  const operationTypes = operationTypeNames(functions, taken);
  for (const { argumentsTypeName, resultTypeName } of operationTypes.values()) {
    taken.add(argumentsTypeName).add(resultTypeName);
  }
  const moved = schemaNames(document.movedSchemas, taken);
  return { functions, operationTypes, schemas: new Map([...own, ...moved]) };
}

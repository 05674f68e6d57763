import { type OperationNaming, operationNames } from "./operation-names.js";
import { type SchemaNames, schemaNames } from "./schema-names.js";
import { type OperationTypeNames, operationTypeNames } from "./type-names.js";

/** The names of everything in an API. */
export interface DocumentNames {
  /** Of functions, by operation id. */
  functions: ReadonlyMap<string, string>;
  /** Of the functions' types, by operation id. */
  operationTypes: ReadonlyMap<string, OperationTypeNames>;
  /** Of schemas, by key. */
  schemas: ReadonlyMap<string, SchemaNames>;
}

/**
 * Settles the names of an API. Those of operations and of the document's own schemas are settled over the whole document, before
 * those of schemas that bundling moved in: these depend on the selection, and a larger one must rename nothing.
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

export { apiNames } from "./api-names.js";
export { type OperationNaming, operationNames } from "./operation-names.js";
export { type SchemaNames, schemaNames } from "./schema-names.js";
export { operationTypeNames } from "./type-names.js";

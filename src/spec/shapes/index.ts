export { documentFaults } from "./document-faults.js";
export { isField, OBJECT_FIELDS, type ObjectName } from "./fields.js";
export { contentFaults, parameterListFaults, responsesFaults } from "./item-faults.js";
export { isMissingReference, MISSING_REFERENCE_HELP, missingReferenceWords } from "./missing-reference.js";
export { objectFaults } from "./object-faults.js";
export { schemaHelp } from "./schema-help.js";
export { serverFaults } from "./server-faults.js";
export { type ShapeFault, ShapeFaults } from "./shape-faults.js";
export { saidFlag, saysTrue, shown } from "./values.js";

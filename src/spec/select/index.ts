export { patternsThatMatch } from "./match-patterns.js";
export { isMethod } from "./methods.js";
export { listOperations, type OperationEntry } from "./operations.js";
export { pathFaults } from "./path-faults.js";
export { type ObjectPlace, pathItemReferences } from "./path-items.js";
export { type SelectedOperation, type Selection, select } from "./select.js";

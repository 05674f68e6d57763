export { mergedPathFaults, type PathFaults, pathFaultText } from "./path-faults.js";
export { SchemaFaults } from "./schema-faults.js";
export { isWithoutContent, SurplusContent } from "./surplus-content.js";

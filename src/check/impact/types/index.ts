export { anyArguments } from "./any-arguments.js";
export { CarriedTypes } from "./carried-types.js";
export { successOnly } from "./success-only.js";
export { argumentSteps, atPlace, isUntyped, typeAtPath } from "./type-path.js";
export { VersionTypes } from "./version-types.js";

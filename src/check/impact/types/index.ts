export { CarriedTypes } from "./carried-types.js";
export { anyArguments, successOnly } from "./other-types.js";
export { argumentSteps, atPlace, isUntyped, typeAtPath } from "./type-path.js";
export { type Programs, VersionTypes } from "./version-types.js";

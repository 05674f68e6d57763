export { BROKEN } from "./broken-reference.js";
export { innerDefinition } from "./inner-definitions.js";
export { type MergedObject, type MergedObjects, mergedObjects } from "./merged-objects.js";
export { isReference, type ReferenceTarget, type Resolution } from "./reference.js";
export { References } from "./references.js";
export { repeatedNames } from "./repeated-names.js";
export { suggestedReference } from "./suggestion.js";

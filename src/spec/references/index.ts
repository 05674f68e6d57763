export { isReference, References, type ReferenceTarget, type Resolution } from "./references.js";
export { suggestedReference } from "./suggestion.js";

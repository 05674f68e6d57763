export { isReference, type ReferenceTarget, type Resolution } from "./reference.js";
export { References } from "./references.js";
export { suggestedReference } from "./suggestion.js";

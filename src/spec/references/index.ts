export { decodedText, encodedText, fragmentToken } from "./percent-encoding.js";
export { isReference, References, type ReferenceTarget, type Resolution } from "./references.js";
export { suggestedReference } from "./suggestion.js";

export { isAsciiIdentifier, isIdentifier, startsIdentifier } from "./identifier.js";
export { inNormalForm } from "./normal-form.js";
export { spelled, wordsOf } from "./spelling.js";

export { contentHash, normalizeText } from "./content-hash.js";
export { findJsonFault, type JsonFault } from "./json-fault.js";
export { mergeConflict } from "./merge-conflict.js";
export { byCodeUnit } from "./order.js";
export { pathFrom, shownFile, shownPath, withForwardSlashes } from "./paths.js";
export { errorCode, isMissing, isNameTaken, namesIn, readIfThere, readText, statIfThere } from "./read.js";

export { isAddress, isNoFile } from "./address.js";
export { concurrently } from "./concurrently.js";
export { contentHash, normalizeText } from "./content-hash.js";
export { limited } from "./limited.js";
export { mergeConflict } from "./merge-conflict.js";
export { byCodeUnit } from "./order.js";
export { pathFrom, shownFile, shownPath, withForwardSlashes } from "./paths.js";
export { errorCode, isMissing, isNameTaken, namesIn, readIfThere, readText, statIfThere } from "./read.js";
export { findRepository } from "./repository.js";

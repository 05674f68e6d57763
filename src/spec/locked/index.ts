/** Locked specs: the trimmed copies of what comes from the network, which generation reads. */
export { formatLockedSpec } from "./format.js";
export type { CopyOrigin, LockedNames, LockedSpec, LockedSpecHeader } from "./model.js";
export { readLockedSpec } from "./read.js";

/** Locked specs: the trimmed copies of what comes from the network, which generation reads. */
export { formatLockedSpec } from "./format.js";
export {
  LOCKED_SPEC_MEMBER,
  type LockedNames,
  type LockedSpec,
  type LockedSpecHeader,
  type Origin,
} from "./model.js";
export { readLockedSpec } from "./read.js";

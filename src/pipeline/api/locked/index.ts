/** Locked specs of APIs: the copy that an API is compiled from, how it is obtained, and its faults. */
export { compileLocked } from "./compile-locked.js";
export { lockedSpecOf, originOf } from "./locked-spec.js";

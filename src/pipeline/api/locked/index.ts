/** Locked specs of APIs: the copy that an API is compiled from, how it is obtained, and what is wrong with it. */
export { compileLocked } from "./compile-locked.js";
export { lockedSpecOf, originOf } from "./locked-spec.js";

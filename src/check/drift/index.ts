/** Drift: what is on disk compared with what the config and the locked specs give. */
export { driftOf } from "./drift.js";
export { sharedDrift } from "./shared-drift.js";

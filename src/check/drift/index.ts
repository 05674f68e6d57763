/** Drift: the difference between the files on disk and those that the config and the locked specs produce. */
export { driftOf } from "./drift.js";
export { sharedDrift } from "./shared-drift.js";

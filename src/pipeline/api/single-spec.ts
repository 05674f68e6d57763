/** What is done with one spec, whether a config has it or not: small, and loaded as one, for a file more costs more. */
export { compileApi } from "./compile-api.js";
export { compileRead } from "./compile-read.js";
export { configuredApi } from "./configured-api.js";
export { configuredWay } from "./configured-way.js";
export { exportSpec } from "./export-spec.js";
export { openSpec } from "./open-spec.js";

/**
 * The functions for a single spec, with or without a config. They are loaded as one small module, because each further
 * file costs more.
 */
export { compileApi } from "./compile-api.js";
export { compileRead } from "./compile-read.js";
export { configuredApi } from "./configured-api.js";
export { configuredWay } from "./configured-way.js";
export { exportSpec } from "./export-spec.js";
export { openSpec } from "./open-spec.js";

export { appReach } from "./callee.js";
export { emitIndex, type IndexOptions } from "./index-file.js";
export { emitModule, type ModuleOptions } from "./module.js";
export { emitRuntime } from "./runtime-files.js";

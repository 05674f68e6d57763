export { CheckCompiler } from "./check.js";
export { emitFunction, type FunctionOptions } from "./emit-function.js";
export { emitBackendRuntime } from "./runtime-files.js";
export { SDK_MODULE } from "./sdk.js";

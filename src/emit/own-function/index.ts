export { emitOwnCalls, emitOwnFunction, withTypes } from "./emit-own-function.js";
export type { Registries, TypedFunction } from "./model.js";
export { type BackendFolders, emitProjectFiles } from "./project-files.js";
export { emitRegistries } from "./registries.js";

export { readAppFiles } from "./app-files.js";
export { AppPrograms } from "./app-programs.js";
export { compilerOptionsOf } from "./compiler-options.js";
export { filesToCheck } from "./import-graph.js";

export { functionFolders } from "./function-folders.js";
export { Modules, relativeSpecifier, withoutExtension } from "./modules.js";
export { isInside, ownSources, type SourceText } from "./sources.js";

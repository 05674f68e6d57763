export { functionFolders } from "./function-folders.js";
export { Modules, relativeSpecifier, withoutExtension } from "./modules.js";
export { type AppSource, isInside, ownSources } from "./sources.js";

export { ciFile } from "./ci-file.js";
export { commandsOf } from "./commands.js";
export { detectPackageManager } from "./package-manager.js";

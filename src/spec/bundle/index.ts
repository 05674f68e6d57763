export { type BundleResult, bundle } from "./bundle.js";
export { EXTENSION_SECTIONS } from "./object-kinds.js";

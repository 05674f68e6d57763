export { type BundleResult, bundle } from "./bundle.js";

export { checkUsage } from "./check-usage.js";
export { applyFixes } from "./fix/apply.js";
export { knownOperation } from "./known-operation.js";
export type { FileFix, KnownApi, UsageInput } from "./model.js";

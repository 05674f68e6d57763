export { CallSites } from "./call-sites.js";
export { followValue } from "./follow-value.js";
export { type CallSite, GeneratedCode, isCustomCall, isModuleOf, type Operation } from "./generated-code.js";
export { passedArguments } from "./passed-arguments.js";

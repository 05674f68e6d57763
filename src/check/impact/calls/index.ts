export { CallSites } from "./call-sites.js";
export { followValue } from "./follow-value.js";
export { type CallSite, GeneratedCode, isCustomCall, isModuleOf, type Operation } from "./generated-code.js";
export { givenArguments } from "./given-arguments.js";

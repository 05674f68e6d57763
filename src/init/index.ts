/**
 * `b44-gen init`: a commented config from flags, and a file for CI on request. Nothing that is there is overwritten.
 */
export { init } from "./init.js";
export type * from "./model.js";
export { type InitOptions, initRequest } from "./options.js";

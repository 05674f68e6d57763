/**
 * `b44-gen init`: writes a commented config from command-line options, and a CI file on request. Existing files are not
 * overwritten.
 */
export { init } from "./init.js";
export type * from "./model.js";
export { type InitOptions, initRequest } from "./options.js";

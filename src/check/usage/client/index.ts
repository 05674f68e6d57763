export { type ClientPart, clientPart, modulePath } from "./client.js";
export { importedBy, importOf } from "./imports.js";
export { methodsAt, modulesWith, usuallyMeant } from "./sdk.js";
export { type WrapperCall, wrapperCall } from "./wrapper.js";

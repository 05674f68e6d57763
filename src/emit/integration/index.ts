export { emitCustomCall } from "./custom-call.js";

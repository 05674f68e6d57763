export { mayBeKey, withParameterKeys } from "./parameter-keys.js";
export { carriedParameters, isParameterOf, varyingParameters } from "./parameters.js";
export { withRequestHeaders } from "./request-headers.js";

export { withoutTokenParameters } from "./connector-credentials.js";
export { mayBeKey, withParameterKeys } from "./parameter-keys.js";
export { carriedParameters, isParameterOf, varyingParameters } from "./parameters.js";
export { withRequestHeaders } from "./request-headers.js";

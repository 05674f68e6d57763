export { mayBeKey, withParameterKeys } from "./parameter-keys.js";
export { carriedParameters, isParameterOf, varyingParameters } from "./parameters.js";

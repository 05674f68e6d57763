export { authorizationParameter } from "./authorization-parameter.js";
export { mediaTypeParameters } from "./media-type-parameters.js";
export { buildParameters } from "./parameter.js";

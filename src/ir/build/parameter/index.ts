export { authorizationParameter, mediaTypeParameters } from "./header-parameters.js";
export { buildParameters } from "./parameter.js";

export {
  authenticationScheme,
  fetchesTokens,
  hasClientFlow,
  isAuthorisedBy,
  isAuthorizationKey,
  isBySecret,
  isEmpty,
  isOAuth,
  isSilent,
  partsOf,
  preferredFirst,
  schemeOf,
  secretWords,
  tokenObstacles,
} from "./credentials/index.js";
export { requiredKeys } from "./notes/index.js";
export { backendObstacles, functionObstacles, meteredObstacles } from "./operation/index.js";
export { isParameterOf } from "./parameters/index.js";
export { planBackend } from "./plan-backend.js";
export { baseUrlOf } from "./servers/index.js";

export { fetchesTokens, isFetched } from "./client-credentials.js";
export { configuredCredentials } from "./configured-credentials.js";
export {
  type CredentialProblem,
  HEADERS_HELP,
  isSilent,
  operationCredentials,
  secretObstacles,
} from "./credentials.js";
export { secretNames, secretValue } from "./secret-credential.js";
export { clientFlowSetting, headerSetting, secretsSetting, secretWords, valueNotes } from "./secret-words.js";
export {
  authenticationScheme,
  hasClientFlow,
  isAuthorisedBy,
  isAuthorizationKey,
  isBySecret,
  isEmpty,
  isOAuth,
  partsOf,
  preferredFirst,
  proposedOf,
  schemeOf,
} from "./security-schemes.js";
export { tokenObstacles } from "./token.js";
export { shownEndpoint } from "./token-endpoint.js";
export { withTokenSchemes } from "./undeclared-tokens.js";

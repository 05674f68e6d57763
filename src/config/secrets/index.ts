export { nameLikeness } from "./secret-name.js";
export { isSecretName, looksLikeSecret } from "./secret-text.js";
export { tokenUrlFault } from "./token-url-fault.js";

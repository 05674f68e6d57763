/**
 * The config: finding, loading and validating it. Nothing here imports jiti or the schema until `loadConfig` is
 * called, so a run in which nothing changed pays for neither. The documentation comes from `document.ts`, which
 * only the docs script imports.
 */
export { isApiName } from "./api-name.js";
export { defineConfig } from "./define.js";
export { findConfig } from "./find.js";
export { functionFolderName } from "./function-folder.js";
export { configInputs } from "./inputs.js";
export { loadConfig } from "./load/load.js";
export type { Access, ApiAccess, ApiConfig, HeaderValue, UserApiConfig } from "./model/api.js";
export type {
  JsonSchema,
  OwnFunctionConfig,
  SchemaOrReference,
  UserOwnFunctionConfig,
} from "./model/own-function.js";
export type { ConnectorChoice, Secret, UserVia, Via } from "./model/via.js";
export type { Config, LoadedConfig, Target, UserConfig } from "./model.js";
export { CONFIG_EXTENSIONS, resolveImport } from "./resolve.js";
export { nameLikeness } from "./secret-name.js";
export { isSecretName, looksLikeSecret } from "./secret-text.js";
export { readModuleText } from "./text/imports.js";
export { type ConfigEntry, locateSettings } from "./text/locate-settings.js";
export { scanSource, type Token } from "./text/tokens.js";
export { tokenUrlFault } from "./token-url-fault.js";

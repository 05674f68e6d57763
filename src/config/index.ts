/**
 * The config: finding, loading and validating it. Nothing here imports jiti or the schema until `loadConfig` is called,
 * so a run in which nothing changed does not load them. The documentation comes from `document.ts`, which only the docs
 * script imports.
 */
export { apiDefaults } from "./api-defaults.js";
export { isApiName } from "./api-name.js";
export { defineConfig } from "./define.js";
export { configsBelow } from "./files/below.js";
export { findConfig } from "./files/find.js";
export { configInputs } from "./files/inputs.js";
export { CONFIG_EXTENSIONS, resolveImport } from "./files/resolve.js";
export { functionFolderName } from "./function-folder.js";
export { loadConfig } from "./load/load.js";
export type {
  Access,
  ApiAccess,
  ApiConfig,
  Config,
  ConnectorChoice,
  HeaderValue,
  JsonSchema,
  LoadedConfig,
  OwnFunctionConfig,
  SchemaOrReference,
  Secret,
  Target,
  UserApiConfig,
  UserConfig,
  UserOwnFunctionConfig,
  UserVia,
  Via,
} from "./model/index.js";
export { isSecretName, looksLikeSecret, nameLikeness, tokenUrlFault } from "./secrets/index.js";
export { readModuleText } from "./text/imports.js";
export { type ConfigEntry, locateSettings } from "./text/locate-settings.js";
export { scanSource, type Token } from "./text/tokens.js";

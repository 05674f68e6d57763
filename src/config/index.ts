/**
 * The config: finding, loading and validating it. Nothing here imports jiti or the schema until `loadConfig` is
 * called, so a run in which nothing changed pays for neither. The documentation comes from `document.ts`, which
 * only the docs script imports.
 */
export { defineConfig } from "./define.js";
export { CONFIG_NAMES, findConfig } from "./find.js";
export { configInputs } from "./inputs.js";
export { loadConfig } from "./load/load.js";
export type {
  ApiConfig,
  ClientModule,
  Config,
  ConfigInput,
  ConfigInputs,
  LoadedConfig,
  UserApiConfig,
  UserClientModule,
  UserConfig,
} from "./model.js";

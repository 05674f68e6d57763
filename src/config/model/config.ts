import type { Diagnostic } from "../../diagnostics/index.js";
import type { ApiConfig, UserApiConfig } from "./api.js";
import type { OwnFunctionConfig, UserOwnFunctionConfig } from "./own-function.js";

/** The app's Base44 client: a module, and the name of its export. */
interface UserClientModule {
  /** Module specifier. One that starts with `./` or `../` is relative to the config. */
  module: string;
  /** Name of the client's export, or `default`. */
  export?: string;
}

/** Where the generated calls are used: in the app, or in its backend functions. */
export type Target = "app" | "functions";

/** The config that `defineConfig` takes. docs/config.md lists every key with its default. */
export interface UserConfig {
  /** The app's Base44 client: a module that exports it as `base44`, a module and an export, or `false` for none. */
  client?: string | UserClientModule | false;
  /** Folder for the generated code, relative to the config. */
  output?: string;
  /** What a call does on an error status: `result` returns it as a typed result, `throw` throws an error. */
  errors?: "result" | "throw";
  /** Language of the generated code. */
  lang?: "ts" | "js";
  /**
   * The APIs by name: at least one, unless there are `functions`. For a custom integration, the name is its slug as the
   * workspace admin sees it.
   */
  apis?: Record<string, UserApiConfig>;
  /** The app's own functions by name, for typed stubs and typed calls. */
  functions?: Record<string, UserOwnFunctionConfig>;
  /** Where to write calls for: the app, and backend functions, which import them from the shared folder. */
  targets?: Target[];
}

/** {@link UserClientModule} with defaults filled in. */
interface ClientModule {
  module: string;
  export: string;
}

/**
 * {@link UserConfig} with defaults filled in. Paths are as written, relative to the config's folder. `client` and
 * `lang` are undefined if the user leaves them to the project.
 */
export interface Config {
  client?: string | ClientModule | false;
  output: string;
  errors: "result" | "throw";
  lang?: "ts" | "js";
  apis: Record<string, ApiConfig>;
  functions: Record<string, OwnFunctionConfig>;
  targets: Target[];
}

/** A file that the config is made of: the config itself, or a local file that it imports. */
export interface ConfigInput {
  /** Relative to the config's folder, with forward slashes. */
  path: string;
  /** `contentHash` of its bytes, as in the lock: git's line endings make no difference. */
  hash: string;
}

/** Everything that decides the value of a config, found without running it. */
export interface ConfigInputs {
  /** The config first, then what it imports, transitively, sorted by path. */
  inputs: ConfigInput[];
  /**
   * False if the same inputs may give another config, because the text mentions something that changes from run to run
   * (`process`, `Date`, …), imports a package, or cannot be followed. The config must then be loaded.
   */
  pure: boolean;
}

/** A config that was loaded and is valid. */
export interface LoadedConfig extends ConfigInputs {
  /** Absolute path of the config file. */
  file: string;
  /** Absolute path of its folder. */
  folder: string;
  config: Config;
  /** Warnings about settings that have no effect. */
  warnings: Diagnostic[];
}

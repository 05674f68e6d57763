import { dirname, join } from "node:path";
import { memberOf } from "../../json/index.js";
import type { Backend } from "./backend-model.js";
import { readJson5 } from "./read-json5.js";

/** What Base44's config says about the backend. It is incomplete if the config cannot be read or has plugins. */
type BackendConfig = Omit<Backend, "functions" | "connectors">;

const IN_FOLDER = ["base44/config.jsonc", "base44/config.json"];
const AT_ROOT = ["config.jsonc", "config.json"];

/**
 * Reads Base44's config of the project at `root`. Without a config, the folders are Base44's defaults, below `base44`.
 * Never rejects.
 */
export async function readBackendConfig(root: string): Promise<BackendConfig> {
  for (const path of IN_FOLDER) {
    const file = join(root, path);
    const read = await readJson5(file);
    if (read === "unreadable") return configOf(file, undefined);
    if (read !== "missing") return configOf(file, read.value);
  }
  for (const path of AT_ROOT) {
    const read = await readJson5(join(root, path));
    // Any program may have a config.json at the root. Base44's has a name: its CLI refuses a config without one.
    if (typeof read === "object" && typeof memberOf(read.value, "name") === "string") {
      return configOf(join(root, path), read.value);
    }
  }
  return { ...foldersIn(join(root, "base44"), {}), isComplete: true };
}

/** Returns the settings in a config. `value` is undefined if the file cannot be read. */
function configOf(file: string, value: unknown): BackendConfig {
  const plugins = memberOf(value, "plugins");
  const hasPlugins = Array.isArray(plugins) && plugins.length > 0;
  return { configFile: file, ...foldersIn(dirname(file), value), isComplete: value !== undefined && !hasPlugins };
}

function foldersIn(configFolder: string, value: unknown): Omit<BackendConfig, "configFile" | "isComplete"> {
  // Base44's CLI uses `join`, so even an absolute path is relative to the config.
  const place = (key: string, name: string) => {
    const setting = memberOf(value, key);
    return join(configFolder, typeof setting === "string" ? setting : name);
  };
  const functionsDir = place("functionsDir", "functions");
  return {
    configFolder,
    functionsDir,
    sharedDir: join(functionsDir, "../shared"),
    connectorsDir: place("connectorsDir", "connectors"),
  };
}

import { resolve } from "node:path";
import { type Config, type LoadedConfig, loadConfig } from "../config/index.js";
import { pathFrom } from "../files/index.js";
import { configuredApi } from "./configured-api.js";
import type { GenerateRequest } from "./generate.js";
import { optionsOf, type RunOptions } from "./run-options.js";

/** Loads a config and gives the run that it asks for. Throws what `loadConfig` throws. */
export async function configRequest(file: string, options: RunOptions = {}): Promise<GenerateRequest> {
  return requestOf(await loadConfig(file), options);
}

/** The run that a loaded config asks for. */
export function requestOf(loaded: LoadedConfig, options: RunOptions = {}): GenerateRequest {
  const { config, file, folder } = loaded;
  const chosen = Object.entries(config.apis).filter(([name]) => options.only?.includes(name) ?? true);
  return {
    apis: chosen.map(([name, api]) => {
      const mode = options.update?.includes(name) ? "update" : options.offline ? "offline" : "locked";
      return { ...configuredApi(name, api, { file, folder, ...options }), lock: { folder, mode } };
    }),
    folder,
    output: options.output ?? resolve(folder, config.output),
    errors: options.errors ?? config.errors,
    language: options.language ?? config.lang,
    client: clientOf(config),
    targets: config.targets,
    functions: config.functions,
    writeConnectors: options.writeConnectors === true,
    legacyServe: options.legacyServe === true,
    config: {
      path: pathFrom(folder, loaded.file),
      inputs: loaded.inputs,
      ...(loaded.pure ? { pure: true } : {}),
    },
    options: optionsOf(options, folder),
    all: options.all === true,
    force: options.force === true,
    dryRun: options.dryRun === true,
    progress: options.progress ?? (() => {}),
  };
}

function clientOf(config: LoadedConfig["config"]): GenerateRequest["client"] {
  const { client }: Config = config;
  if (client === undefined || client === false) return client;
  return typeof client === "string" ? { module: client, export: "base44" } : client;
}

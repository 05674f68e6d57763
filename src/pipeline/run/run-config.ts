import { resolve } from "node:path";
import { type Config, type LoadedConfig, loadConfig } from "../../config/index.js";
import { dotRelativePath, pathFrom } from "../../files/index.js";
import type { SpecLock } from "../api/compile-read.js";
import { configuredApi } from "../api/configured-api.js";
import { isRelative } from "./client.js";
import type { GenerateRequest } from "./generate-request.js";
import { outputOptions, type RunOptions } from "./run-options.js";

/** Loads a config and returns the run that it asks for. Throws what `loadConfig` throws. */
export async function configRequest(file: string, options: RunOptions = {}): Promise<GenerateRequest> {
  return requestOf(await loadConfig(file), options);
}

function lockMode(name: string, { update, offline }: RunOptions): SpecLock["mode"] {
  if (update?.includes(name)) return "update";
  return offline ? "offline" : "locked";
}

/** Returns the run that a loaded config asks for. */
function requestOf(loaded: LoadedConfig, options: RunOptions): GenerateRequest {
  const { config, file, folder } = loaded;
  const output = options.output ?? resolve(folder, config.output);
  return {
    apis: Object.entries(config.apis).map(([name, api]) => {
      const lock = { folder, mode: lockMode(name, options) };
      return { ...configuredApi(name, api, { file, folder, ...options }), lock };
    }),
    folder,
    output,
    errors: options.errors ?? config.errors,
    language: options.language ?? config.lang,
    client: configuredClient(config, { folder, output }),
    targets: config.targets,
    functions: config.functions,
    writeConnectors: options.writeConnectors === true,
    legacyServe: options.legacyServe === true,
    config: {
      path: pathFrom(folder, loaded.file),
      inputs: loaded.inputs,
      ...(loaded.pure ? { pure: true } : {}),
      output: outputOptions({ ...config, output: resolve(folder, config.output), language: config.lang }, folder),
    },
    notes: loaded.warnings,
    options: outputOptions(options, folder),
    anyNumber: options.anyNumber === true,
    force: options.force === true,
    dryRun: options.dryRun === true,
    progress: options.progress ?? (() => {}),
  };
}

/**
 * Returns the client with the specifier for files in the output folder. Like other paths in a config, a relative one is
 * relative to the config.
 */
function configuredClient(
  { client }: Config,
  { folder, output }: { folder: string; output: string },
): GenerateRequest["client"] {
  if (client === undefined || client === false) return client;
  const { module, export: name } = typeof client === "string" ? { module: client, export: "base44" } : client;
  if (!isRelative(module)) return { module, export: name };
  return { module: dotRelativePath(output, resolve(folder, module)), export: name };
}

import { resolve } from "node:path";
import type { ApiConfig } from "../../config/index.js";
import { isAddress, pathFrom } from "../../files/index.js";
import { configuredWay } from "./configured-way.js";
import type { ApiRequest } from "./planned-api.js";

/**
 * Converts an API of the config to the form that the pipeline takes. Its paths become relative to the working folder,
 * wherever the config is, so that messages show files as the user sees them.
 */
export function configuredApi(
  name: string,
  api: ApiConfig,
  context: { file: string; folder: string; allowFile?: string[] | undefined; allowHost?: string[] | undefined },
): ApiRequest {
  const cwd = process.cwd();
  const { allowFile: once = [], allowHost = [] } = context;
  const fromHere = (path: string) => pathFrom(cwd, resolve(context.folder, path));
  const allowFiles = api.allowFile.map(fromHere);
  return {
    name,
    spec: isAddress(api.spec) || api.spec === "-" ? api.spec : fromHere(api.spec),
    operations: api.operations,
    names: api.names,
    way: configuredWay(api),
    cwd,
    entry: { file: context.file, path: ["apis", name] },
    allowFiles: [...allowFiles, ...once],
    allowedOnce: once.filter((file) => !allowFiles.includes(file)),
    allowHosts: [...api.allowHost, ...allowHost],
  };
}

import { resolve } from "node:path";
import type { ConfigEntry } from "../../config/index.js";
import type { GenerateRequest } from "./generate-request.js";

/** Returns the root of a run's config, for diagnostics about its settings; undefined if there is no config. */
export function configRoot({ folder, config }: Pick<GenerateRequest, "folder" | "config">): ConfigEntry | undefined {
  return config && { file: resolve(folder, config.path), path: [] };
}

import { resolve } from "node:path";
import type { ConfigEntry } from "../../config/index.js";
import type { GenerateRequest } from "./generate-request.js";

/** The config of a run as a whole, whose settings diagnostics may be about; undefined where there is none. */
export function configRoot({ folder, config }: Pick<GenerateRequest, "folder" | "config">): ConfigEntry | undefined {
  return config && { file: resolve(folder, config.path), path: [] };
}

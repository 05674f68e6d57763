import { resolve } from "node:path";
import { findConfig } from "../config/index.js";
import { fail } from "../diagnostics/index.js";
import type { PluginOptions } from "./options.js";

/**
 * Returns the absolute path of the config for a plugin's options, relative to the root of the build tool. Throws
 * B44-501 if there is none.
 */
export async function findConfigFile({ config }: PluginOptions, root: string): Promise<string> {
  if (config !== undefined) return resolve(root, config);
  const message = "There is no b44-gen.config.{ts,js,mjs,json} in the root folder of the build or above it.";
  const help = 'Create one with `b44-gen init`, or pass its path to the plugin: b44gen({ config: "path/from/root" }).';
  return (await findConfig(root)) ?? fail("B44-501", { message, help });
}

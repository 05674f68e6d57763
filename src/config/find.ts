import { dirname, join, resolve } from "node:path";
import { statIfThere } from "../files/index.js";

/** The names a config file can have. In one folder, the first that exists is used. */
const CONFIG_NAMES = ["b44-gen.config.ts", "b44-gen.config.js", "b44-gen.config.mjs", "b44-gen.config.json"];

/**
 * Finds the config that belongs to a folder: the nearest from there upwards, but not beyond the repository (a folder
 * with `.git`). Gives its absolute path, or undefined where there is none.
 */
export async function findConfig(from: string): Promise<string | undefined> {
  let folder = resolve(from);
  while (true) {
    for (const name of CONFIG_NAMES) {
      const file = join(folder, name);
      if (statIfThere(file)?.isFile()) return file;
    }
    const parent = dirname(folder);
    if (parent === folder || statIfThere(join(folder, ".git"))) return undefined;
    folder = parent;
  }
}

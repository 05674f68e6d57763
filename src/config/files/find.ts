import { dirname, join, resolve } from "node:path";
import { fail } from "../../diagnostics/index.js";
import { shownFile, statIfThere } from "../../files/index.js";

/** The names a config file can have. */
const CONFIG_NAMES = ["b44-gen.config.ts", "b44-gen.config.js", "b44-gen.config.mjs", "b44-gen.config.json"];

/**
 * Finds the config that belongs to a folder: the nearest from there upwards, but not beyond the repository (a folder
 * with `.git`). Returns its absolute path; undefined if there is none.
 * @throws DiagnosticError B44-510 if a folder has several configs.
 */
export async function findConfig(from: string): Promise<string | undefined> {
  let folder = resolve(from);
  while (true) {
    const [file, ...others] = configsIn(folder);
    if (file !== undefined && others.length > 0) failSeveral([file, ...others]);
    if (file !== undefined) return file;
    const parent = dirname(folder);
    if (parent === folder || statIfThere(join(folder, ".git"))) return undefined;
    folder = parent;
  }
}

/** Returns the config files in a folder, as absolute paths. */
export function configsIn(folder: string): string[] {
  return CONFIG_NAMES.map((name) => join(folder, name)).filter((file) => statIfThere(file)?.isFile());
}

function failSeveral(files: readonly string[]): never {
  const shown = files.map((file) => shownFile(file));
  const last = shown.at(-1) ?? "";
  fail("B44-510", {
    message: `One folder has ${files.length} configs, ${shown.slice(0, -1).join(", ")} and ${last}; b44-gen uses none of them.`,
    location: { file: last },
  });
}

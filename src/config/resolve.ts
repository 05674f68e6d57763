import { realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { statIfThere } from "../project/files.js";

/** The extensions tried for an import without one, in this order, here and by the loader. */
export const CONFIG_EXTENSIONS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

/**
 * The file that a relative import of a config means: as written, with an extension added, as the TypeScript source
 * of the `.js` that was written, or the index of a folder. Undefined where there is none, or where a package.json in
 * the folder decides.
 */
export async function resolveImport(specifier: string, from: string): Promise<string | undefined> {
  const target = resolve(dirname(from), specifier.replace(/[?#].*$/, ""));
  const extensions = [...CONFIG_EXTENSIONS, ".json"];
  const direct = [
    ...(specifier.endsWith("/") ? [] : [target, ...extensions.map((extension) => target + extension)]),
    ...(/\.[cm]?js$/.test(target) ? [target.replace(/js$/, "ts")] : []),
  ];
  for (const file of direct) if (isFile(file)) return file;
  if (isFile(join(target, "package.json"))) return undefined;
  for (const extension of extensions) {
    const file = join(target, `index${extension}`);
    if (isFile(file)) return file;
  }
  return undefined;
}

/** A path without links, as Node names modules. The path itself where there is no such file. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function isFile(path: string): boolean {
  return statIfThere(path)?.isFile() === true;
}

import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { statIfThere } from "../../files/index.js";

/** The extensions that are tried, in this order, for an import without one. The loader tries the same. */
export const CONFIG_EXTENSIONS = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

/**
 * Finds the file that a relative import in a config refers to: the path as written, with an extension added, the
 * TypeScript source of the `.js` file that was written, or the index of a folder. Undefined if there is none, or if a
 * package.json in the folder decides.
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

/** What may follow the imported name in the names of files that the import could refer to. */
const MEANT = /^(?:\.[cm]?js)?(?:\.(?:[cm]?[jt]s|json))?$/;

/**
 * Whether an import for which {@link resolveImport} found a file may now refer to another one, because other candidates
 * exist.
 */
export function hasRival(file: string): boolean {
  const folder = dirname(file);
  const stem = basename(file, extname(file));
  if (hasNamesake(folder, stem, basename(file))) return true;
  const isIndex = stem === "index";
  return (
    isIndex &&
    (isFile(join(folder, "package.json")) || hasNamesake(dirname(folder), basename(folder), basename(folder)))
  );
}

function hasNamesake(folder: string, stem: string, except: string): boolean {
  const isMeant = (name: string) => name.startsWith(stem) && MEANT.test(name.slice(stem.length));
  return readdirSync(folder).some((name) => name !== except && isMeant(name) && isFile(join(folder, name)));
}

/** Returns a path without links, as Node names modules, or the path itself if there is no such file. */
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

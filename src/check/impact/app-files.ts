import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";

const SOURCE = /\.[jt]sx?$/;
const DECLARATIONS = /\.d\.ts$/;
const SKIPPED = new Set(["node_modules", "dist", "build", "coverage", "out"]);

/** A path with forward slashes, as TypeScript writes paths on every system. */
export function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/**
 * The texts of the app's own sources (`.ts`, `.tsx`, `.js`, `.jsx`) by absolute path, in the order of their paths.
 * Folders of packages and builds, and folders whose names begin with a dot, are left out, as is what `isGenerated` says.
 * A folder or file that cannot be read is left out too.
 */
export async function readAppFiles(root: string, isGenerated: (path: string) => boolean): Promise<Map<string, string>> {
  const paths = (await filesOf(slashed(root))).filter((path) => SOURCE.test(path) && !isGenerated(path)).sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8").catch(() => undefined)));
  return new Map(paths.flatMap((path, index) => (texts[index] === undefined ? [] : [[path, texts[index]]])));
}

async function filesOf(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries.map((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return SKIPPED.has(entry.name) || entry.name.startsWith(".") ? [] : filesOf(path);
  });
  return (await Promise.all(nested)).flat();
}

/** True of a file that only declares: it may add global names, so it belongs to every program. */
export function isDeclarationFile(path: string): boolean {
  return DECLARATIONS.test(path);
}

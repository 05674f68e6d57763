import { join } from "node:path";
import { byCodeUnit, readText } from "../files/index.js";
import { filesBelow } from "../project/index.js";

const SOURCE = /\.[cm]?[jt]sx?$/;
const MINIFIED = /\.min\.[cm]?js$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;
const NOT_ENTERED = new Set(["node_modules", "dist", "coverage"]);
/** Folders of build output, if they are in the root. Deeper in, a folder of that name is source code. */
const BUILT = ["build", "out", "public"];

/**
 * Lists the files with the app's own code as absolute paths, sorted: TypeScript and JavaScript of every kind, including
 * tests, declarations and generated files. Omits packages, build output, minified files, names that begin with a dot,
 * and names that git ignores without a pattern. Never rejects.
 */
export async function appSources(root: string): Promise<string[]> {
  const { items } = await filesBelow(root, {
    wants: (name) => SOURCE.test(name) && !MINIFIED.test(name),
    enters: (name) => !NOT_ENTERED.has(name),
  });
  const built = new Set([...BUILT, ...(await ignoredNames(root))]);
  return items
    .filter((path) => !built.has(path.split("/", 1)[0] ?? ""))
    .map((path) => join(root, path))
    .sort(byCodeUnit);
}

/** True for a TypeScript declaration file. */
export function isDeclarationFile(path: string): boolean {
  return DECLARATIONS.test(path);
}

/** The entries of the root that `.gitignore` lists by plain name. */
async function ignoredNames(root: string): Promise<string[]> {
  const lines = ((await readText(join(root, ".gitignore"))) ?? "").split(/\r?\n/);
  return lines.flatMap((line) => /^\/?([\w.-]+)\/?\s*$/.exec(line)?.[1] ?? []);
}

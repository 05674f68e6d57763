import { join } from "node:path";
import { byCodeUnit, readText } from "../files/index.js";
import { filesBelow } from "../project/index.js";

const SOURCE = /\.[cm]?[jt]sx?$/;
const MINIFIED = /\.min\.[cm]?js$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;
const NOT_ENTERED = new Set(["node_modules", "dist", "coverage"]);
/** Where a build may put what it makes; further down such a name is one that the app's author chose. */
const BUILT = ["build", "out", "public"];

/**
 * The files with the app's own code, as absolute paths, sorted: TypeScript and JavaScript of every kind, tests,
 * declarations and what is generated among them. Left out are packages, builds, minified files, names that begin with a
 * dot, and what git ignores by its plain name. Never rejects.
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

/** True of a file that only declares. */
export function isDeclarationFile(path: string): boolean {
  return DECLARATIONS.test(path);
}

/** What stands in the root and git ignores by its plain name. */
async function ignoredNames(root: string): Promise<string[]> {
  const lines = ((await readText(join(root, ".gitignore"))) ?? "").split(/\r?\n/);
  return lines.flatMap((line) => /^\/?([\w.-]+)\/?\s*$/.exec(line)?.[1] ?? []);
}

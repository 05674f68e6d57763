import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const IMPORT = /\b(?:from|import)\s*\(?\s*(["'])(\.{1,2}\/[^"']+)\1/g;

/** What the functions of a folder import, as a deploy would follow it. */
export interface FunctionImports {
  /** Every `entry.ts` or `entry.js`, relative to the folder. */
  entries: string[];
  /** `file -> specifier` of each relative import that leads to no file, from the entries on. */
  broken: string[];
}

/** Follows the relative imports of every entry below a folder, and of what they import. */
export function functionImports(folder: string): FunctionImports {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const entries = paths.filter((path) => /^entry\.[jt]s$/.test(basename(path)));
  const broken: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, , specifier = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const target = join(dirname(file), specifier);
      if (existsSync(target)) follow(target);
      else broken.push(`${relative(folder, file)} -> ${specifier}`);
    }
  };
  for (const entry of entries) follow(join(folder, entry));
  return { entries, broken };
}

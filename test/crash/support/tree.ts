import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file of a folder by its path, as text; an empty folder has a slash at the end, and no text. */
export type Tree = Record<string, string>;

/** Reads a folder. */
export function treeOf(folder: string): Tree {
  const tree: Tree = {};
  const read = (path: string) => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    if (entries.length === 0 && path !== "") tree[path] = "";
    for (const entry of entries) {
      if (entry.isDirectory()) read(`${path}${entry.name}/`);
      else tree[path + entry.name] = readFileSync(join(folder, path, entry.name), "utf8");
    }
  };
  read("");
  return tree;
}

/** Makes a folder be exactly a tree, whatever it was. */
export function layOut(folder: string, tree: Tree): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  overwrite(folder, tree);
}

/** Writes these files into a folder, and leaves the others. */
export function overwrite(folder: string, tree: Tree): void {
  const folders = new Set<string>();
  for (const [path, text] of Object.entries(tree)) {
    const parent = dirname(join(folder, path));
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeFileSync(join(folder, path), text);
  }
}

/** The paths at which two trees differ, sorted. */
export function differences(one: Tree, other: Tree): string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => one[path] !== other[path]).sort();
}

/** Removes a folder and everything in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

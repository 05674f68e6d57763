import { dirname, join } from "node:path";
import { byCodeUnit } from "../../../files/index.js";
import { filesBelow } from "../../../project/index.js";

const MARKS = new Set(["entry.ts", "entry.js", "function.jsonc", "function.json"]);

/**
 * Lists the folders of the single functions below the functions folder, as absolute paths, inner ones first. Never
 * rejects.
 */
export async function functionFolders(functionsDir: string): Promise<string[]> {
  const { items } = await filesBelow(functionsDir, {
    wants: (name) => MARKS.has(name),
    enters: (name) => name !== "node_modules",
  });
  const folders = new Set(items.map((path) => join(functionsDir, dirname(path))));
  folders.delete(functionsDir);
  return [...folders].sort((one, other) => other.length - one.length || byCodeUnit(one, other));
}

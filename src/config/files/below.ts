import { readdirSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit } from "../../files/index.js";
import { configsIn } from "./find.js";

/** How many levels deep configs are searched for: `packages/group/app` in a monorepo. */
const DEEPEST = 3;
/** How many folders are searched: enough for a monorepo, but not a whole home folder. */
const MOST_FOLDERS = 1000;

/**
 * Finds the configs in the folders below one, to suggest at the root of a monorepo. Returns sorted absolute paths.
 * Skips `node_modules`, folders whose names begin with a dot, and folders that cannot be read.
 */
export function configsBelow(folder: string): string[] {
  const folders = [{ path: folder, depth: 0 }];
  // Grows during the iteration.
  for (const { path, depth } of folders) {
    if (depth === DEEPEST) continue;
    const room = MOST_FOLDERS - folders.length;
    folders.push(...foldersIn(path, room).map((name) => ({ path: join(path, name), depth: depth + 1 })));
  }
  return folders
    .slice(1)
    .flatMap(({ path }) => configsIn(path))
    .sort(byCodeUnit);
}

function foldersIn(folder: string, most: number): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.filter((name) => name !== "node_modules" && !name.startsWith(".")).slice(0, most);
  } catch {
    return [];
  }
}

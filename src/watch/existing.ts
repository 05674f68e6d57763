import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** True if a path is an existing folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Returns the nearest existing folder, from a path upwards. */
export async function nearestFolder(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (folder === dirname(folder) || (await isFolder(folder))) return folder;
  }
}

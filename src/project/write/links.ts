import { realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { isMissing } from "../files.js";

/**
 * Whether a folder below `root`, links on the way to it followed, is still inside `root`. Parts that do not exist yet
 * cannot be links and count as inside.
 */
export async function staysInside(root: string, folder: string): Promise<boolean> {
  const [realRoot, realFolder] = await Promise.all([realpathOfExisting(root), realpathOfExisting(join(root, folder))]);
  const way = relative(realRoot, realFolder);
  // An absolute result is another drive on Windows.
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && join(realRoot, way) === realFolder);
}

async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return realpathOfExisting(dirname(path));
  }
}

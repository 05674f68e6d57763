import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isMissing, withoutLinks } from "../../../files/index.js";

/**
 * Whether a folder below `root` is still inside `root` after links on its path are followed. Parts that do not exist
 * yet cannot be links and count as inside; links that go in a circle or cannot be followed count as outside.
 */
export async function staysInside(root: string, folder: string): Promise<boolean> {
  const paths = [root, join(root, folder)].map(realpathOfExisting);
  const [realRoot, realFolder] = await Promise.all(paths).catch(() => []);
  if (realRoot === undefined || realFolder === undefined) return false;
  const way = relative(realRoot, realFolder);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await withoutLinks(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return realpathOfExisting(dirname(path));
  }
}

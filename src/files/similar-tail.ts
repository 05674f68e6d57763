import { basename, dirname, join } from "node:path";
import { statIfThere } from "./read.js";

/**
 * For a path that does not exist, suggests the names from the first missing folder on: each as it exists, or as `alike`
 * finds it in its folder. Undefined if nothing is similar.
 */
export async function similarTail(
  path: string,
  alike: (name: string, folder: string) => Promise<string | undefined>,
): Promise<string[] | undefined> {
  const tail = [basename(path)];
  let folder = dirname(path);
  while (!statIfThere(folder)?.isDirectory()) {
    if (dirname(folder) === folder) return undefined;
    tail.unshift(basename(folder));
    folder = dirname(folder);
  }
  for (const [index, name] of tail.entries()) {
    const meant = await alike(name, folder);
    if (meant === undefined) return undefined;
    tail[index] = meant;
    folder = join(folder, meant);
  }
  return tail;
}

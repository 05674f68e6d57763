import { basename, dirname, join } from "node:path";
import { statIfThere } from "./read.js";

/**
 * The names at the end of a path that leads to nothing, from the first that is not there on, as they are meant: each as
 * it is in its folder, or as `alike` finds it there. Undefined where nothing is alike.
 */
export async function tailAlike(
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

import { readdir } from "node:fs/promises";
import path from "node:path";
import { getOrInsert } from "../../collections/index.js";
import { foldCase } from "../../files/index.js";

/** What the folders of a spec hold, each looked into once. */
export class Folders {
  readonly #names = new Map<string, Promise<ReadonlyMap<string, string>>>();

  /**
   * The name of a file that differs from a path's in nothing but case or Unicode's form of its letters: not every system
   * tells such apart. Undefined where there is none, or the file itself is there.
   */
  async nameAlike(file: string): Promise<string | undefined> {
    const folder = path.dirname(file);
    const name = (await getOrInsert(this.#names, folder, () => namesIn(folder))).get(foldCase(path.basename(file)));
    return name === path.basename(file) ? undefined : name;
  }
}

async function namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(names.sort().map((name) => [foldCase(name), name]));
}

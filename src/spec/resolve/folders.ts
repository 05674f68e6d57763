import { readdir } from "node:fs/promises";
import path from "node:path";
import { getOrInsert } from "../../collections/index.js";
import { foldCase, similarTail } from "../../files/index.js";

/** What the folders of a spec hold, each looked into once. */
export class Folders {
  readonly #names = new Map<string, Promise<ReadonlyMap<string, string>>>();

  /**
   * The names at the end of a path, where they differ from those of a file in nothing but case or Unicode's form of its
   * letters: not every system tells such apart. Undefined where there is no such file, or the file itself is there.
   */
  async namesAlike(file: string): Promise<string[] | undefined> {
    const tail = await similarTail(file, (name, folder) => this.#nameIn(folder, name));
    return tail && file.endsWith(path.join(path.sep, ...tail)) ? undefined : tail;
  }

  async #nameIn(folder: string, name: string): Promise<string | undefined> {
    return (await getOrInsert(this.#names, folder, () => namesIn(folder))).get(foldCase(name));
  }
}

async function namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(names.sort().map((name) => [foldCase(name), name]));
}

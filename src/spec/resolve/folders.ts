import { readdir } from "node:fs/promises";
import path from "node:path";
import { getOrInsert } from "../../collections/index.js";
import { foldCase, similarTail } from "../../files/index.js";

/** The contents of folders. Each folder is read once. */
export class Folders {
  readonly #names = new Map<string, Promise<ReadonlyMap<string, string>>>();

  /**
   * Finds a file whose path differs only in case or Unicode normalization, which not every system tells apart: the names at the end of its
   * path. Undefined if there is none, or if the file itself exists.
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

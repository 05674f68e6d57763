import { dirname, resolve, sep } from "node:path";
import type { FSWatcher } from "chokidar";
import { foldCase } from "../files/index.js";
import { nearestFolder } from "./existing.js";

/**
 * Watches a set of files, whether they exist or not. It is their folders that are watched, for many editors save a
 * file by renaming another over it; a folder that does not exist is waited for in the nearest one that does.
 */
export class FileWatcher {
  readonly #onChange: (path: string) => void;
  #watcher: FSWatcher | undefined;
  #watched = "";

  /**
   * @param onChange is given the absolute path of a file that changed, came or went, or of a folder on the way to one
   */
  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /**
   * Watches these files, given as absolute paths, and no others. Resolves when every later change is seen, with false
   * where the same files were watched already, so that none can have been missed.
   */
  async watch(files: readonly string[]): Promise<boolean> {
    const roots = outermost(await Promise.all(files.map((file) => nearestFolder(dirname(file)))));
    const watched = [...new Set([...files, "", ...roots])].sort().join("\n");
    if (watched === this.#watched && this.#watcher) return false;
    await this.close();
    this.#watched = watched;
    // A config may name a file in another case than its folder does, where the system takes both for the same file.
    const wanted = new Set([...roots, ...files.flatMap(withFolders)].map(foldCase));
    const { watch } = await import("chokidar");
    const watcher = watch(roots, { ignored: (path) => !wanted.has(foldCase(resolve(path))), ignoreInitial: true });
    this.#watcher = watcher;
    watcher.on("all", (_, path) => this.#onChange(resolve(path)));
    // What a watcher cannot read it cannot watch; the run says so in better words.
    watcher.on("error", () => {});
    await new Promise<void>((done) => watcher.once("ready", () => done()));
    return true;
  }

  /** Watches nothing any more. */
  async close(): Promise<void> {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    this.#watched = "";
    await watcher?.close();
  }
}

/** A file and every folder on the way to it. */
function withFolders(file: string): string[] {
  const folder = dirname(file);
  return folder === file ? [file] : [file, ...withFolders(folder)];
}

/** Folders without those that lie in another one of them. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)].sort();
  const isIn = (inner: string, outer: string) =>
    inner !== outer && inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  return all.filter((folder) => !all.some((other) => isIn(folder, other)));
}

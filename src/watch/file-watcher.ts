import { dirname, resolve, sep } from "node:path";
import type { FSWatcher } from "chokidar";
import { foldCase } from "../files/index.js";
import { nearestFolder } from "./existing.js";

/** The time between two looks at a file if the system has no watchers left. */
const POLLING_MS = 300;

/**
 * Watches a set of files, whether they exist or not. It watches their folders, because many editors save a file by
 * renaming another one over it. For a folder that does not exist, it watches the nearest one that does. If the system has no watchers
 * left, it polls the files.
 */
export class FileWatcher {
  readonly #onChange: (path: string) => void;
  #watcher: FSWatcher | undefined;
  #watched = "";
  /** True once the system had no watchers left. */
  #polls = false;

  /**
   * @param onChange receives the absolute path of a file that was changed, added or removed, or of a folder above one
   */
  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /**
   * Watches these files (absolute paths) and no others. Resolves once every later change will be noticed: to false if
   * the same files were already watched, so that no change can have been missed.
   */
  async watch(files: readonly string[]): Promise<boolean> {
    const roots = outermost(await Promise.all(files.map((file) => nearestFolder(dirname(file)))));
    const watched = [...new Set([...files, "", ...roots])].sort().join("\n");
    if (watched === this.#watched && this.#watcher) return false;
    await this.close();
    this.#watched = watched;
    // A config may use another case than the file system for the same file, if the system ignores case.
    const wanted = new Set([...roots, ...files.flatMap(withFolders)].map(foldCase));
    const isIgnored = (path: string) => !wanted.has(foldCase(resolve(path)));
    const wasPolling = this.#polls;
    await this.#open(roots, isIgnored);
    if (this.#polls && !wasPolling) await this.#open(roots, isIgnored);
    return true;
  }

  async #open(roots: readonly string[], ignored: (path: string) => boolean): Promise<void> {
    await this.#watcher?.close();
    const { watch } = await import("chokidar");
    const watcher = watch([...roots], { ignored, ignoreInitial: true, usePolling: this.#polls, interval: POLLING_MS });
    this.#watcher = watcher;
    watcher.on("all", (_, path) => this.#onChange(resolve(path)));
    // Files that cannot be read cannot be watched either; the run reports them.
    watcher.on("error", (error) => {
      this.#polls ||= isOutOfWatchers(error);
    });
    await new Promise<void>((done) => watcher.once("ready", () => done()));
  }

  /** Stops watching. */
  async close(): Promise<void> {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    this.#watched = "";
    await watcher?.close();
  }
}

/** True if Linux gives no further watchers to the user (inotify(7), `max_user_watches`) or files to the process. */
function isOutOfWatchers(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EMFILE";
}

/** A file and every folder on the way to it. */
function withFolders(file: string): string[] {
  const folder = dirname(file);
  return folder === file ? [file] : [file, ...withFolders(folder)];
}

/** The folders that are not inside another one of them. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)].sort();
  const isIn = (inner: string, outer: string) =>
    inner !== outer && inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  return all.filter((folder) => !all.some((other) => isIn(folder, other)));
}

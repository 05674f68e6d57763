import { dirname } from "node:path";
import type { Diagnostic } from "../diagnostics/index.js";
import type { WatchEvent } from "./events.js";
import { isFolder } from "./existing.js";
import { diagnosticsOf } from "./failure.js";
import { FileWatcher } from "./file-watcher.js";
import { changedSince, fingerprint } from "./fingerprint.js";
import { inputsOf, inputsOfFailure } from "./inputs.js";
import { vanishedFolders } from "./vanished.js";

/** What to watch, what to run, and whom to tell. */
interface WatchRequest<Result> {
  /** Absolute. */
  configFile: string;
  /** One run; it throws a `DiagnosticError` where it is given up. Never called while another call is under way. */
  run: () => Promise<Result>;
  onEvent: (event: WatchEvent<Result>) => void;
  /** How long no file may change before a run begins. Milliseconds; 80 by default. */
  quietFor?: number;
  /**
   * What the run before said, where there was one, and when it began (milliseconds since 1970): the watch then begins
   * without a run of its own, unless a file changed since.
   */
  first?: { diagnostics: readonly Diagnostic[]; failed: boolean; began: number };
}

/** A watch that goes on. */
export interface ConfigWatch {
  /** Resolves when the first run is over and the files are watched. */
  ready: Promise<void>;
  /** Ends it. Resolves when a run that is under way is over, so that nothing is half written. */
  close(): Promise<void>;
}

/**
 * Runs, and runs again whenever the config, a file that it imports, a spec, or a file that a spec refers to changes.
 * Changes shortly after each other cause one run; a change during a run causes one more. After a failed run the files
 * that it read, or wanted to read, are watched too.
 */
export function watchConfig<Result>(request: WatchRequest<Result>): ConfigWatch {
  const watch = new Watch(request);
  return { ready: watch.begin(), close: () => watch.close() };
}

class Watch<Result> {
  readonly #request: WatchRequest<Result>;
  readonly #watcher = new FileWatcher(() => this.#changed());
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #failed = false;
  #hasBegun = false;
  #inputs: string[] = [];
  /** The folders of inputs that were there. */
  #seen = new Set<string>();

  constructor(request: WatchRequest<Result>) {
    this.#request = request;
  }

  begin(): Promise<void> {
    const { first, configFile } = this.#request;
    if (!first) return this.#start();
    this.#failed = first.failed;
    this.#running = (async () => {
      await this.#watch([
        ...(await inputsOf(configFile)),
        ...(first.failed ? await inputsOfFailure(configFile, first.diagnostics) : []),
      ]);
      if (await changedSince({ files: this.#inputs, since: first.began, missing: false })) this.#changed();
    })().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#watcher.close();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#start(), this.#request.quietFor ?? 80);
  }

  #start(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#runs().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #runs(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      await this.#once();
    }
  }

  async #once(): Promise<void> {
    if (await this.#waits()) return;
    const { configFile, run } = this.#request;
    const began = Date.now();
    const before = this.#inputs;
    const state = await fingerprint(before);
    const failure = await run().then(
      (result) => this.#done(result),
      (error: unknown) => this.#fail(error),
    );
    if (this.#closed) return;
    const files = await inputsOf(configFile);
    const isNew = await this.#watch(failure ? [...files, ...(await inputsOfFailure(configFile, failure))] : files);
    if (!isNew) return;
    // While nothing was watched, or not yet these files, changes went by unseen.
    const added = this.#inputs.filter((file) => !before.includes(file));
    const isUnseen = await changedSince({ files: added, since: began, missing: false });
    if (isUnseen || (await fingerprint(before)) !== state) this.#again = true;
  }

  /** Says which folders are gone that were there. True where the config's own is: then a run has nothing to go by. */
  async #waits(): Promise<boolean> {
    const { configFile } = this.#request;
    const gone = await vanishedFolders(this.#inputs.filter((file) => this.#seen.has(dirname(file))));
    if (gone.length > 0) this.#tell({ type: "vanished", diagnostics: gone });
    if (!this.#hasBegun || (await isFolder(dirname(configFile)))) return false;
    await this.#watch(this.#inputs);
    return true;
  }

  #done(result: Result): undefined {
    const isMended = this.#failed;
    this.#failed = false;
    this.#tell({ type: "done", result, isMended });
  }

  #fail(error: unknown): Diagnostic[] {
    this.#failed = true;
    const diagnostics = diagnosticsOf(error);
    this.#tell({ type: "failed", diagnostics });
    return diagnostics;
  }

  #tell(event: WatchEvent<Result>): void {
    if (!this.#closed) this.#request.onEvent(event);
  }

  async #watch(files: readonly string[]): Promise<boolean> {
    this.#inputs = [...new Set(files)].sort();
    this.#hasBegun = true;
    const folders = [...new Set(this.#inputs.map((file) => dirname(file)))];
    const there = await Promise.all(folders.map(isFolder));
    this.#seen = new Set(folders.filter((_, index) => there[index]));
    return this.#closed ? false : this.#watcher.watch(this.#inputs);
  }
}

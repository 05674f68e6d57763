import { dirname } from "node:path";
import type { Diagnostic } from "../diagnostics/index.js";
import type { WatchEvent } from "./events.js";
import { isFolder } from "./existing.js";
import { diagnosticsOf } from "./failure.js";
import { FileWatcher } from "./file-watcher.js";
import { changedSince, fingerprint } from "./fingerprint.js";
import { inputsOf, inputsOfFailure } from "./inputs.js";
import { vanishedFolders } from "./vanished.js";

/** The input of {@link watchConfig}. */
interface WatchRequest<Result> {
  /** Absolute. */
  configFile: string;
  /** Carries out one run. Throws a `DiagnosticError` if it fails. Never called while another run is in progress. */
  run: () => Promise<Result>;
  onEvent: (event: WatchEvent<Result>) => void;
  /** How long files must be unchanged before a run begins, in milliseconds; 80 by default. */
  quietFor?: number;
  /**
   * The previous run, if there was one: its diagnostics, and when it began (milliseconds since 1970). The watch then
   * begins without a run, unless a file changed since.
   */
  first?: { diagnostics: readonly Diagnostic[]; failed: boolean; began: number };
}

/** A running watch. */
export interface ConfigWatch {
  /** Resolves when the first run has ended and the files are watched. */
  ready: Promise<void>;
  /** Stops the watch. Resolves when a run in progress has ended, so that no files are left incomplete. */
  close(): Promise<void>;
}

/**
 * Runs, and repeats the run whenever the config, a file that it imports, a spec, or a file that a spec references
 * changes. Changes in quick succession cause one run; changes during a run cause one more. After a failed run, the
 * files that it read or tried to read are watched too.
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
  /** The folders of inputs that existed. */
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
    // Changes before the files were watched were not noticed.
    const added = this.#inputs.filter((file) => !before.includes(file));
    const isUnseen = await changedSince({ files: added, since: began, missing: false });
    if (isUnseen || (await fingerprint(before)) !== state) this.#again = true;
  }

  /**
   * Reports folders that existed and are now missing. True if the config's own is among them: then there is nothing to
   * run.
   */
  async #waits(): Promise<boolean> {
    const { configFile } = this.#request;
    const gone = await vanishedFolders(this.#inputs.filter((file) => this.#seen.has(dirname(file))));
    if (gone.length > 0) this.#emit({ type: "vanished", diagnostics: gone });
    if (!this.#hasBegun || (await isFolder(dirname(configFile)))) return false;
    await this.#watch(this.#inputs);
    return true;
  }

  #done(result: Result): undefined {
    const isRecovered = this.#failed;
    this.#failed = false;
    this.#emit({ type: "done", result, isRecovered });
  }

  #fail(error: unknown): Diagnostic[] {
    this.#failed = true;
    const diagnostics = diagnosticsOf(error);
    this.#emit({ type: "failed", diagnostics });
    return diagnostics;
  }

  #emit(event: WatchEvent<Result>): void {
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

import { dirname, resolve } from "node:path";
import { LOCK_FILE, readLock } from "../../project/index.js";
import { changedSince, diagnosticsOf, fingerprint, inputsOf } from "../../watch/index.js";
import { findConfigFile } from "../find-config.js";
import { modeOf, type PluginOptions, refuseInvalid } from "../options.js";
import { checkConfig } from "./check.js";
import { generateConfig } from "./generate.js";
import type { Outcome } from "./outcome.js";

/** The resolution of file times, in milliseconds: a file may be newer than its time by this much. */
const CLOCK_STEP = 20;

/** The runs of one config in one process, shared by the plugins of several environments and builds. */
export class Session {
  static readonly #sessions = new Map<string, Session>();
  readonly configFile: string;
  readonly #mode: "generate" | "check";
  #running: Promise<Outcome> | undefined;
  /** The last run, if it succeeded and nothing changed during it. Awaited only by the next run. */
  #last: Promise<KnownRun | undefined> | undefined;

  private constructor(configFile: string, mode: "generate" | "check") {
    this.configFile = configFile;
    this.#mode = mode;
  }

  /**
   * Returns the session for a plugin's options and the root of the build tool. Throws B44-501 if there is no config,
   * and B44-506 for invalid options.
   */
  static async of(options: PluginOptions, root: string): Promise<Session> {
    refuseInvalid(options);
    const configFile = await findConfigFile(options, root);
    const mode = modeOf(options, process.env);
    const key = `${mode} ${configFile}`;
    const session = Session.#sessions.get(key) ?? new Session(configFile, mode);
    Session.#sessions.set(key, session);
    return session;
  }

  /**
   * Generates or checks. Joins a run in progress, and returns the outcome of the last one if no file was touched since.
   * Never rejects.
   */
  run(): Promise<Outcome> {
    this.#running ??= this.#next().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #next(): Promise<Outcome> {
    const last = await this.#last;
    if (last && (await fingerprint(await this.#files())) === last.state) return { ...last.outcome, written: [] };
    const began = Date.now();
    const outcome = await this.#runOnce();
    this.#last = outcome.failed ? undefined : this.#known(outcome, began);
    return outcome;
  }

  async #runOnce(): Promise<Outcome> {
    try {
      return await (this.#mode === "generate" ? generateConfig(this.configFile) : checkConfig(this.configFile));
    } catch (error) {
      return { diagnostics: diagnosticsOf(error), failed: true, written: [] };
    }
  }

  async #known(outcome: Outcome, began: number): Promise<KnownRun | undefined> {
    // Lets those that wait for the run continue first.
    await new Promise((done) => setImmediate(done));
    // The order matters: a change after taking the state is either noticed by the second check, or makes a later state
    // differ.
    const state = await fingerprint(await this.#files());
    const since = began - CLOCK_STEP;
    const hasChanged = await changedSince({ files: await inputsOf(this.configFile), since, missing: true });
    return hasChanged ? undefined : { outcome, state };
  }

  /** The files that a run reads and writes, as absolute paths. */
  async #files(): Promise<string[]> {
    const folder = dirname(this.configFile);
    const lock = await readLock(folder).catch(() => undefined);
    const written = [LOCK_FILE, ...Object.keys(lock?.files ?? {})].map((path) => resolve(folder, path));
    return [...(await inputsOf(this.configFile)), ...written];
  }
}

/** The outcome of a run, and the state of the files that it read and wrote. */
interface KnownRun {
  outcome: Outcome;
  state: string;
}

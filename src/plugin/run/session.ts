import { dirname, resolve } from "node:path";
import { LOCK_FILE, readLock } from "../../project/index.js";
import { changedSince, diagnosticsOf, fingerprint, inputsOf } from "../../watch/index.js";
import { findConfigFile } from "../find-config.js";
import { modeOf, type PluginOptions, refuseWrong } from "../options.js";
import { checkConfig } from "./check.js";
import { generateConfig } from "./generate.js";
import type { Outcome } from "./outcome.js";

/** File systems take their times from a clock that goes in steps: a file may be newer than it says. Milliseconds. */
const CLOCK_STEP = 20;

/** The runs of one config in one process: plugins of several environments and builds share them. */
export class Session {
  static readonly #sessions = new Map<string, Session>();
  readonly configFile: string;
  readonly #mode: "generate" | "check";
  #running: Promise<Outcome> | undefined;
  /** The last run, where it succeeded and nothing changed meanwhile; nobody waits for it until the next one. */
  #last: Promise<KnownRun | undefined> | undefined;

  private constructor(configFile: string, mode: "generate" | "check") {
    this.configFile = configFile;
    this.#mode = mode;
  }

  /**
   * The session that a plugin's options mean, seen from the root of the build tool. Throws B44-501 where no config is, and
   * B44-506 for options that are none.
   */
  static async of(options: PluginOptions, root: string): Promise<Session> {
    refuseWrong(options);
    const configFile = await findConfigFile(options, root);
    const mode = modeOf(options, process.env);
    const key = `${mode} ${configFile}`;
    const session = Session.#sessions.get(key) ?? new Session(configFile, mode);
    Session.#sessions.set(key, session);
    return session;
  }

  /**
   * What the config generates is up to date, or was checked, when this resolves. Joins a run that is under way, and
   * gives what the last one came to where no file was touched since. Never rejects.
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
    // Whoever waits for the run goes on first.
    await new Promise((done) => setImmediate(done));
    // In this order: what changes after the state was taken is seen by the second look, or differs from the state later.
    const state = await fingerprint(await this.#files());
    const since = began - CLOCK_STEP;
    const hasChanged = await changedSince({ files: await inputsOf(this.configFile), since, missing: true });
    return hasChanged ? undefined : { outcome, state };
  }

  /** What a run reads and writes: absolute. */
  async #files(): Promise<string[]> {
    const folder = dirname(this.configFile);
    const lock = await readLock(folder).catch(() => undefined);
    const written = [LOCK_FILE, ...Object.keys(lock?.files ?? {})].map((path) => resolve(folder, path));
    return [...(await inputsOf(this.configFile)), ...written];
  }
}

/** What came of a run, and the state of the files that it read and wrote. */
interface KnownRun {
  outcome: Outcome;
  state: string;
}

import { dirname, resolve } from "node:path";
import { LOCK_FILE } from "../../project/lock/model.js";
import { readLock } from "../../project/lock/read.js";
import { diagnosticsOf } from "../../watch/failure.js";
import { changedSince } from "../../watch/fingerprint.js";
import { inputsOf } from "../../watch/inputs.js";
import { findConfigFile } from "../find-config.js";
import { modeOf, type PluginOptions } from "../options.js";
import { checkConfig } from "./check.js";
import { generateConfig } from "./generate.js";
import type { Outcome } from "./outcome.js";

/** The runs of one config in one process: plugins of several environments and builds share them. */
export class Session {
  static readonly #sessions = new Map<string, Session>();
  readonly configFile: string;
  readonly #mode: "generate" | "check";
  #running: Promise<Outcome> | undefined;
  /** The last run that succeeded, and when it began and ended. */
  #last: { outcome: Outcome; began: number; ended: number } | undefined;

  private constructor(configFile: string, mode: "generate" | "check") {
    this.configFile = configFile;
    this.#mode = mode;
  }

  /** The session that a plugin's options mean, seen from the root of the build tool. Throws B44-501 where no config is. */
  static async of(options: PluginOptions, root: string): Promise<Session> {
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
    if (this.#last && (await this.#isUntouched(this.#last))) return { ...this.#last.outcome, written: [] };
    const began = Date.now();
    const outcome = await this.#runOnce();
    this.#last = outcome.failed ? undefined : { outcome, began, ended: Date.now() };
    return outcome;
  }

  async #runOnce(): Promise<Outcome> {
    try {
      return await (this.#mode === "generate" ? generateConfig(this.configFile) : checkConfig(this.configFile));
    } catch (error) {
      return { diagnostics: diagnosticsOf(error), failed: true, written: [] };
    }
  }

  /** Whether nothing that a run reads changed since it began, and nothing that it wrote since it ended. */
  async #isUntouched({ began, ended }: { began: number; ended: number }): Promise<boolean> {
    const read = await inputsOf(this.configFile);
    if (await changedSince({ files: read, since: began, missing: true })) return false;
    const folder = dirname(this.configFile);
    const lock = await readLock(folder).catch(() => undefined);
    const written = lock ? [LOCK_FILE, ...Object.keys(lock.files)].map((path) => resolve(folder, path)) : [];
    return written.length > 0 && !(await changedSince({ files: written, since: ended, missing: true }));
  }
}

import type { Diagnostic } from "../diagnostics/index.js";
import type { ConfigWatch, WatchEvent } from "../watch/index.js";
import { openSession } from "./open-session.js";
import type { PluginOptions } from "./options.js";
import type { Outcome, WrittenFile } from "./run/outcome.js";
import type { WatchedRun } from "./watched-run.js";

/** What a build tool says about one of its builds. */
interface BuildFacts {
  /** Where its config is looked for: absolute. */
  root: string;
  /** Whether it builds again when files change. */
  isWatching: boolean;
  /** Its log, for what does not fail the build. */
  log: (text: string) => void;
  /** Its log for what is no fault: what was written. Undefined where it has none. */
  tell?: ((text: string) => void) | undefined;
}

/** The run before a build, and, where the build tool watches, the runs after it. */
export class BuildRun {
  readonly #options: PluginOptions;
  /** From the moment on when it is begun: the builds of several environments start together. */
  #watch: Promise<ConfigWatch> | undefined;
  #said = "";
  #told: readonly WrittenFile[] = [];

  constructor(options: PluginOptions) {
    this.#options = options;
  }

  /**
   * To be awaited before a build. Throws an error with the diagnostics where the build cannot go on. A build that
   * watches goes on with what was generated last; the log says why.
   */
  async start(facts: BuildFacts): Promise<void> {
    const session = await openSession(this.#options, facts.root);
    const began = Date.now();
    const first = { ...(await session.run()), began };
    await this.#report(first, facts);
    if (!facts.isWatching) return;
    this.#watch ??= this.#begun({ session, first }, facts);
    await this.#watch;
  }

  /** Ends the watching, where there is any. */
  async close(): Promise<void> {
    const watch = this.#watch;
    this.#watch = undefined;
    await (await watch)?.close();
  }

  async #begun(run: Pick<WatchedRun, "session" | "first">, facts: BuildFacts): Promise<ConfigWatch> {
    const { watchSession } = await import("./watched-run.js");
    const onEvent = (event: WatchEvent<Outcome>): void => {
      void this.#say(diagnosticsIn(event), facts);
      if (event.type === "done") void this.#tell(event.result, facts);
    };
    return watchSession({ ...run, onEvent });
  }

  async #report(outcome: Outcome, facts: BuildFacts): Promise<void> {
    const { failed, diagnostics } = outcome;
    if (failed && !facts.isWatching) throw (await import("./message.js")).buildError(diagnostics);
    await this.#say(diagnostics, facts);
    await this.#tell(outcome, facts);
  }

  /** Environments that start together share one run. */
  async #tell({ written }: Outcome, { tell }: BuildFacts): Promise<void> {
    if (!tell || written.length === 0 || written === this.#told) return;
    this.#told = written;
    tell((await import("./written-text.js")).writtenText(written));
  }

  /** The same is not said twice in a row: every environment and every rebuild asks. */
  async #say(diagnostics: readonly Diagnostic[], { log }: BuildFacts): Promise<void> {
    const text = diagnostics.length === 0 ? "" : (await import("./message.js")).logText(diagnostics);
    if (text !== "" && text !== this.#said) log(text);
    this.#said = text;
  }
}

function diagnosticsIn(event: WatchEvent<Outcome>): readonly Diagnostic[] {
  return event.type === "done" ? event.result.diagnostics : event.diagnostics;
}

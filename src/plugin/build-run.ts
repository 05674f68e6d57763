import type { Diagnostic } from "../diagnostics/index.js";
import type { ConfigWatch, WatchEvent } from "../watch/index.js";
import { openSession } from "./open-session.js";
import type { PluginOptions } from "./options.js";
import type { Outcome, WrittenFile } from "./run/outcome.js";
import type { WatchedRun } from "./watched-run.js";

/** The facts about a build that a build tool provides. */
interface BuildFacts {
  /** The folder in which the search for the config begins, absolute. */
  root: string;
  /** True if the build tool builds again when files change. */
  isWatching: boolean;
  /** The build tool's log for problems that do not fail the build. */
  log: (text: string) => void;
  /** The build tool's log for information (the written files); undefined if it has none. */
  info?: ((text: string) => void) | undefined;
}

/** The run before a build and, if the build tool watches, the runs after it. */
export class BuildRun {
  readonly #options: PluginOptions;
  /** Set before the watch has started, because the builds of several environments begin at the same time. */
  #watch: Promise<ConfigWatch> | undefined;
  #loggedText = "";
  #loggedFiles: readonly WrittenFile[] = [];

  constructor(options: PluginOptions) {
    this.#options = options;
  }

  /**
   * Runs before a build, which must await it. Throws an error with the diagnostics if the build cannot continue. A
   * build in watch mode continues with the files generated last, and the log says why.
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

  /** Stops watching. */
  async close(): Promise<void> {
    const watch = this.#watch;
    this.#watch = undefined;
    await (await watch)?.close();
  }

  async #begun(run: Pick<WatchedRun, "session" | "first">, facts: BuildFacts): Promise<ConfigWatch> {
    const { watchSession } = await import("./watched-run.js");
    const onEvent = (event: WatchEvent<Outcome>): void => {
      void this.#logDiagnostics(diagnosticsIn(event), facts);
      if (event.type === "done") void this.#logWritten(event.result, facts);
    };
    return watchSession({ ...run, onEvent });
  }

  async #report(outcome: Outcome, facts: BuildFacts): Promise<void> {
    const { failed, diagnostics } = outcome;
    if (failed && !facts.isWatching) throw (await import("./message.js")).buildError(diagnostics);
    await this.#logDiagnostics(diagnostics, facts);
    await this.#logWritten(outcome, facts);
  }

  /** Logs the written files once for environments that share a run. */
  async #logWritten({ written }: Outcome, { info }: BuildFacts): Promise<void> {
    if (!info || written.length === 0 || written === this.#loggedFiles) return;
    this.#loggedFiles = written;
    info((await import("./written-text.js")).writtenText(written));
  }

  /** Logs diagnostics, unless the last ones logged are equal: every environment and rebuild calls this. */
  async #logDiagnostics(diagnostics: readonly Diagnostic[], { log }: BuildFacts): Promise<void> {
    const text = diagnostics.length === 0 ? "" : (await import("./message.js")).logText(diagnostics);
    if (text !== "" && text !== this.#loggedText) log(text);
    this.#loggedText = text;
  }
}

function diagnosticsIn(event: WatchEvent<Outcome>): readonly Diagnostic[] {
  return event.type === "done" ? event.result.diagnostics : event.diagnostics;
}

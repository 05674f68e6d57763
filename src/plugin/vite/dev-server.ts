import { type Diagnostic, hasErrors, type NewDiagnostics } from "../../diagnostics/index.js";
import type { ConfigWatch, WatchEvent } from "../../watch/index.js";
import type { Outcome, WrittenFile } from "../run/outcome.js";
import type { Session } from "../run/session.js";
import type { ErrorPayload, ViteLogger, ViteServer } from "./model.js";

/** The input of {@link DevServer}. */
interface DevServerParts {
  server: ViteServer;
  logger: ViteLogger;
  session: Session;
  isWatching: boolean;
}

/**
 * b44-gen in Vite's dev server. Generated files are modules on disk, so writing them triggers hot updates. An error
 * stays in Vite's log and overlay until it is fixed, and is also shown in pages that are opened later.
 */
export class DevServer {
  readonly #parts: DevServerParts;
  #watch: Promise<ConfigWatch> | undefined;
  #shown: ErrorPayload | undefined;
  #news: NewDiagnostics | undefined;
  /** The current errors. */
  diagnostics: readonly Diagnostic[] = [];

  constructor(parts: DevServerParts) {
    this.#parts = parts;
    parts.server.ws.on("connection", (socket) => {
      if (this.#shown) socket.send(JSON.stringify(this.#shown));
    });
  }

  /** Starts the first run, and then watching. Resolves when the first run has ended, even if it failed. */
  async start(): Promise<void> {
    const { session, isWatching } = this.#parts;
    const began = Date.now();
    const first = { ...(await session.run()), began };
    if (first.failed) await this.#fail(first.diagnostics);
    else await this.#logNews(first.diagnostics);
    await this.#logWritten(first.written);
    if (!isWatching) return;
    const onEvent = (event: WatchEvent<Outcome>) => void this.#on(event);
    this.#watch = import("../watched-run.js").then(({ watchSession }) => watchSession({ session, first, onEvent }));
  }

  /** Stops watching. */
  async close(): Promise<void> {
    const watch = await this.#watch;
    await watch?.close();
  }

  async #on(event: WatchEvent<Outcome>): Promise<void> {
    if (event.type === "failed") return this.#fail(event.diagnostics);
    if (event.type === "vanished") return this.#log(event.diagnostics);
    const { diagnostics, written } = event.result;
    if (event.isRecovered) this.#clearError();
    if (written.length > 0) await this.#logNews(diagnostics);
    await this.#logWritten(written);
  }

  async #fail(diagnostics: readonly Diagnostic[]): Promise<void> {
    const { server } = this.#parts;
    const { errorPayload } = await import("./overlay.js");
    this.#shown = errorPayload(diagnostics);
    this.diagnostics = diagnostics;
    await this.#log(diagnostics);
    if (server.ws.clients.size > 0) server.ws.send(this.#shown);
  }

  #clearError(): void {
    const { server, logger } = this.#parts;
    this.#shown = undefined;
    this.diagnostics = [];
    logger.info("b44-gen: the error is fixed.", { timestamp: true });
    if (server.ws.clients.size > 0) server.ws.send({ type: "update", updates: [] });
  }

  async #logWritten(written: readonly WrittenFile[]): Promise<void> {
    if (written.length === 0) return;
    const { writtenText } = await import("../written-text.js");
    this.#parts.logger.info(`b44-gen ${writtenText(written)}`, { timestamp: true });
  }

  /** Logs the new diagnostics of a successful run. */
  async #logNews(diagnostics: readonly Diagnostic[]): Promise<void> {
    if (diagnostics.length === 0 && !this.#news) return;
    const { NewDiagnostics } = await import("../../diagnostics/index.js");
    this.#news ??= new NewDiagnostics();
    await this.#log(this.#news.of(diagnostics));
  }

  async #log(diagnostics: readonly Diagnostic[]): Promise<void> {
    if (diagnostics.length === 0) return;
    const { logText } = await import("../message.js");
    const text = logText(diagnostics);
    if (text !== "") this.#parts.logger[hasErrors(diagnostics) ? "error" : "warn"](text, { timestamp: true });
  }
}

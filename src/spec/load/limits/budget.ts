import { type Diagnostic, DiagnosticError, diagnostic } from "../../../diagnostics/index.js";
import type { LocatableText } from "../locate/locate.js";
import { aliasFault } from "./aliased.js";

/** What documents may cost together. */
interface BudgetLimits {
  /** Decoded. */
  bytes: number;
  milliseconds: number;
  /** How many come from the network: of files there are no more than somebody has put there. */
  downloads: number;
}

/**
 * What the documents that a spec refers to may cost together: bytes, time, downloads, and what their YAML aliases add. Once one of
 * these is spent, nothing more is taken. Which document was one too many depends on the order of reading, so it is not that
 * document's fault.
 */
export class Budget {
  readonly #total: BudgetLimits;
  readonly #file: string;
  #bytes: number;
  #milliseconds: number;
  #downloads: number;
  #aliased = 0;
  #clock: AbortSignal | undefined;
  #spent: DiagnosticError | undefined;

  /** @param file how messages name the document that refers to them */
  constructor(total: BudgetLimits, file: string) {
    this.#total = total;
    this.#file = file;
    this.#bytes = total.bytes;
    this.#milliseconds = total.milliseconds;
    this.#downloads = total.downloads;
  }

  /** What was thrown when it was spent (B44-111), if it was. */
  get spent(): DiagnosticError | undefined {
    return this.#spent;
  }

  /** What ends a download when the time is up. */
  get signals(): AbortSignal[] {
    return this.#clock ? [this.#clock] : [];
  }

  /** Runs work that the time of the budget counts for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    this.#clock = AbortSignal.timeout(Math.max(0, Math.ceil(this.#milliseconds)));
    try {
      return await work();
    } finally {
      this.#milliseconds -= performance.now() - start;
    }
  }

  /**
   * Takes bytes that were read.
   * @throws DiagnosticError B44-111 when there are no more left.
   */
  take(bytes: number): void {
    this.#bytes -= bytes;
    this.check();
  }

  /**
   * Takes a download that is about to begin.
   * @throws DiagnosticError B44-111 when there are no more left.
   */
  takeDownload(): void {
    this.#downloads--;
    this.check();
  }

  /**
   * Takes what the aliases of a document add, as a part of what they may.
   * @throws DiagnosticError B44-111 when that is too much together.
   */
  takeAliased(part: number, document: LocatableText & { display: string }): void {
    this.#aliased += part;
    if (this.#aliased > 1) this.#end(aliasFault(document, document.display));
  }

  /** @throws DiagnosticError B44-111 when it is spent. */
  check(): void {
    if (this.#spent) throw this.#spent;
    const { bytes, milliseconds, downloads } = this.#total;
    if (this.#bytes < 0) this.#endAs(`are together larger than ${bytes.toLocaleString("en-US")} bytes`);
    if (this.#downloads < 0) this.#endAs(`include more than ${downloads.toLocaleString("en-US")} on the network`);
    if (this.#clock?.aborted) this.#endAs(`took longer than ${milliseconds / 1000} seconds to load`);
  }

  #endAs(why: string): never {
    const message = `The documents that the spec refers to ${why}.`;
    const help = "Select fewer operations, or give one document that contains all of them.";
    this.#end(diagnostic("B44-111", { message, location: { file: this.#file }, help }));
  }

  #end(fault: Diagnostic): never {
    this.#spent = new DiagnosticError(fault);
    throw this.#spent;
  }
}

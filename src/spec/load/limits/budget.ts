import { type Diagnostic, DiagnosticError, diagnostic } from "../../../diagnostics/index.js";
import type { LocatableText } from "../locate/locate.js";
import { aliasFault } from "./aliased.js";

/** The limits for several documents together. */
interface BudgetLimits {
  /** The bytes of all decoded documents. */
  bytes: number;
  milliseconds: number;
  /** The number of documents from the network. Files need no limit: somebody has put them there. */
  downloads: number;
}

/**
 * Limits the total cost of the documents that a spec refers to: bytes, time, downloads, and what their YAML aliases
 * add. Once a limit is exceeded, every check throws. The fault names no document, because which one was too many
 * depends on the order of reading.
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

  /** @param file the name, in messages, of the document that refers to them */
  constructor(total: BudgetLimits, file: string) {
    this.#total = total;
    this.#file = file;
    this.#bytes = total.bytes;
    this.#milliseconds = total.milliseconds;
    this.#downloads = total.downloads;
  }

  /** The error that was thrown when a limit was exceeded (B44-111); undefined if none was. */
  get spent(): DiagnosticError | undefined {
    return this.#spent;
  }

  /** Signals that abort downloads when the time is up. */
  get signals(): AbortSignal[] {
    return this.#clock ? [this.#clock] : [];
  }

  /** Runs work, and counts its time. */
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
   * Counts bytes that were read.
   * @throws DiagnosticError B44-111 if they exceed the limit.
   */
  take(bytes: number): void {
    this.#bytes -= bytes;
    this.check();
  }

  /**
   * Counts a download that is about to begin.
   * @throws DiagnosticError B44-111 if it exceeds the limit.
   */
  takeDownload(): void {
    this.#downloads--;
    this.check();
  }

  /**
   * Counts what the aliases of a document add, as a share of the limit.
   * @throws DiagnosticError B44-111 if all documents together exceed it.
   */
  takeAliased(part: number, document: LocatableText & { display: string }): void {
    this.#aliased += part;
    if (this.#aliased > 1) this.#end(aliasFault(document, document.display));
  }

  /** @throws DiagnosticError B44-111 if a limit is exceeded. */
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

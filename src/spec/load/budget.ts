import { fail } from "../../diagnostics/index.js";
import { failAliases } from "./aliased.js";
import type { LocatableText } from "./locate.js";

/** What documents may cost together: bytes, decoded; time; and what their YAML aliases add. */
export class Budget {
  readonly #total: { bytes: number; milliseconds: number };
  #bytes: number;
  #milliseconds: number;
  #aliased = 0;
  #clock: AbortSignal | undefined;

  constructor(total: { bytes: number; milliseconds: number }) {
    this.#total = total;
    this.#bytes = total.bytes;
    this.#milliseconds = total.milliseconds;
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
   * Takes what the aliases of a document add, as a part of what they may.
   * @throws DiagnosticError B44-111 when that is too much together.
   */
  takeAliased(part: number, document: LocatableText & { display: string }): void {
    this.#aliased += part;
    if (this.#aliased > 1) failAliases(document, document.display);
  }

  /** @throws DiagnosticError B44-111 when nothing is left of the bytes or of the time. */
  check(): void {
    if (this.#bytes < 0) {
      const most = this.#total.bytes.toLocaleString("en-US");
      fail("B44-111", { message: `The documents that the spec refers to are larger than ${most} bytes together.` });
    }
    if (this.#clock?.aborted) {
      const most = this.#total.milliseconds / 1000;
      fail("B44-111", { message: `The documents that the spec refers to took longer than ${most} seconds together.` });
    }
  }
}

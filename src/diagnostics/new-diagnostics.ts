import type { Diagnostic } from "./diagnostic.js";

/** Finds the diagnostics that the previous run did not report, so that new ones stand out. */
export class NewDiagnostics {
  #reported: ReadonlySet<string> = new Set();

  /** Returns the new diagnostics of a run. One whose place moved within its file is not new. */
  of(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    const before = this.#reported;
    this.#reported = new Set(diagnostics.map(keyOf));
    return diagnostics.filter((item) => !before.has(keyOf(item)));
  }
}

function keyOf({ code, severity, message, location }: Diagnostic): string {
  return JSON.stringify([code, severity, message, location?.file]);
}

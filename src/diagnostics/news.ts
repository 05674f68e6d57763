import type { Diagnostic } from "./diagnostic.js";

/** Tells of runs that follow each other what the one before did not say: what is new would be lost among the rest. */
export class News {
  #said: ReadonlySet<string> = new Set();

  /** What of the diagnostics of a run is new. Where a place moved within its file, it is not. */
  of(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    const before = this.#said;
    this.#said = new Set(diagnostics.map(keyOf));
    return diagnostics.filter((item) => !before.has(keyOf(item)));
  }
}

function keyOf({ code, severity, message, location }: Diagnostic): string {
  return JSON.stringify([code, severity, message, location?.file]);
}

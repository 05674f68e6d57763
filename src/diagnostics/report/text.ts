import type { Diagnostic } from "../diagnostic.js";
import { printDiagnostic } from "../print.js";

/** Diagnostics as a person reads them in a log: all of them, without colours and excerpts, a blank line between two. */
export function textReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((item) => printDiagnostic(item, { color: false })).join("\n\n");
}

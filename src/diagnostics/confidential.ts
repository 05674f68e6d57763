import type { Diagnostic } from "./diagnostic.js";

/** A symbol, so that it is not part of JSON output, but is copied with the diagnostic. */
const CONFIDENTIAL = Symbol("confidential");

/** Marks a diagnostic about a place that may contain a secret, so that no text of its file is shown. */
export function confidential(diagnostic: Diagnostic): Diagnostic {
  return Object.assign(diagnostic, { [CONFIDENTIAL]: true });
}

/** True if a diagnostic is marked as {@link confidential}. */
export function isConfidential(diagnostic: Diagnostic): boolean {
  return CONFIDENTIAL in diagnostic;
}

/**
 * Returns the files that may contain a secret according to these diagnostics. No line of such a file may be shown for
 * any diagnostic, because the lines around one fault can contain the other.
 */
export function confidentialFiles(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const found = diagnostics.filter(isConfidential);
  return new Set(found.flatMap(({ location }) => location?.file ?? []));
}

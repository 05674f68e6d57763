import type { Diagnostic } from "./diagnostic.js";

/** A symbol, so that no JSON document has it and a copy of the diagnostic keeps it. */
const CONFIDENTIAL = Symbol("confidential");

/** Marks a diagnostic about a place where a secret may stand: nothing of its file's text is to be shown. */
export function confidential(diagnostic: Diagnostic): Diagnostic {
  return Object.assign(diagnostic, { [CONFIDENTIAL]: true });
}

/** Whether a diagnostic has the mark of {@link confidential}. */
export function isConfidential(diagnostic: Diagnostic): boolean {
  return CONFIDENTIAL in diagnostic;
}

/**
 * The files that may hold a secret, by what was found of one time: none of their lines is shown, whichever diagnostic it
 * is for, since lines around one fault hold the other.
 */
export function confidentialFiles(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const found = diagnostics.filter(isConfidential);
  return new Set(found.flatMap(({ location }) => location?.file ?? []));
}

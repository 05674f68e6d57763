import type { Diagnostic } from "../diagnostics/index.js";

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

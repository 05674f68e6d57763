import type { Diagnostic } from "../../diagnostics/index.js";

const texts = new WeakMap<Diagnostic, string>();

/** Remembers the text of a document that could not be parsed, for {@link faultyText}. Returns the diagnostic. */
export function rememberText(diagnostic: Diagnostic, text: string): Diagnostic {
  texts.set(diagnostic, text);
  return diagnostic;
}

/**
 * The text that the line and column of a parse error count in, or undefined for any other diagnostic: a document that
 * does not parse never becomes a `SourceDocument`, and its excerpt should be shown all the same.
 */
export function faultyText(diagnostic: Diagnostic): string | undefined {
  return texts.get(diagnostic);
}

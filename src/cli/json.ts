import type { Diagnostic } from "../diagnostics/index.js";

/**
 * The one JSON document that a command prints for other programs: what it is about, and last what there is to say of
 * it.
 */
export function jsonDocument(parts: object, diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify({ ...parts, diagnostics }, null, 2);
}

import { type Diagnostic, type DiagnosticError, unexpected } from "../diagnostics/index.js";

/** Returns the diagnostics of a failed run, or B44-599 for a fault of b44-gen itself. */
export function diagnosticsOf(error: unknown): Diagnostic[] {
  // Not `instanceof`: the plugin for Vite is bundled separately, with its own copy of the class.
  if (error instanceof Error && error.name === "DiagnosticError" && "diagnostics" in error) {
    return (error as DiagnosticError).diagnostics;
  }
  return [unexpected(error)];
}

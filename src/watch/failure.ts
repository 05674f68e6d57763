import { type Diagnostic, type DiagnosticError, unexpected } from "../diagnostics/index.js";

/** What a run that was given up has to say: its diagnostics, or B44-599 for a fault of b44-gen itself. */
export function diagnosticsOf(error: unknown): Diagnostic[] {
  // Not `instanceof`: the plugin for Vite is bundled apart, with a class of its own.
  if (error instanceof Error && error.name === "DiagnosticError" && "diagnostics" in error) {
    return (error as DiagnosticError).diagnostics;
  }
  return [unexpected(error)];
}

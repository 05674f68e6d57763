import { type Diagnostic, DiagnosticError } from "./diagnostic.js";

/** The errors among diagnostics. */
export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** Whether one of these diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Throws all of these diagnostics, warnings too, where one of them is an error. */
export function refuseErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new DiagnosticError([...diagnostics]);
}

/** What was thrown, with its diagnostics changed where it is a {@link DiagnosticError}. */
export function withDiagnostics(error: unknown, change: (diagnostics: Diagnostic[]) => Diagnostic[]): unknown {
  return error instanceof DiagnosticError ? new DiagnosticError(change(error.diagnostics)) : error;
}

import { type Diagnostic, DiagnosticError } from "./diagnostic.js";

/** Returns the errors among diagnostics. */
export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** True if one of these diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Throws all diagnostics, including warnings, if one of them is an error. */
export function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new DiagnosticError([...diagnostics]);
}

/** Returns a thrown value, with its diagnostics changed if it is a {@link DiagnosticError}. */
export function withDiagnostics(error: unknown, change: (diagnostics: Diagnostic[]) => Diagnostic[]): unknown {
  return error instanceof DiagnosticError ? new DiagnosticError(change(error.diagnostics)) : error;
}

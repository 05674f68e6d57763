import { type Diagnostic, isOfKind } from "../diagnostics/index.js";

/** The exit status of the process: 0 success, 1 findings, 2 the command or config is wrong, 3 a spec cannot be used. */
export type ExitStatus = 0 | 1 | 2 | 3;

/**
 * Returns the exit status for the diagnostics of a run, by the first error among them: 3 for a fault of a spec, 2 for
 * one of the command, the config, the selection or the project. 0 without errors.
 */
export function exitStatus(diagnostics: readonly Diagnostic[]): ExitStatus {
  const first = diagnostics.find((item) => item.severity === "error");
  if (!first) return 0;
  return isOfKind(first, "spec") ? 3 : 2;
}

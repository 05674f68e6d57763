import { type Diagnostic, isOfKind } from "../diagnostics/index.js";

/** What the process answers: 0 done, 1 findings, 2 the command or config is wrong, 3 a spec cannot be used. */
export type ExitStatus = 0 | 1 | 2 | 3;

/**
 * The exit status for a run that was given up: 3 where a spec is at fault, 2 where the command, the config, the
 * selection or the project is.
 */
export function exitStatus(diagnostics: readonly Diagnostic[]): ExitStatus {
  const first = diagnostics.find((item) => item.severity === "error");
  if (!first) return 0;
  return isOfKind(first, "spec") ? 3 : 2;
}

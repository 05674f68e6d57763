/** Diagnostics as code hosts read them: pure functions from diagnostics to text. */
import type { Diagnostic } from "../diagnostic.js";
import { githubReport } from "./github.js";
import { type SarifOptions, sarifReport } from "./sarif.js";

export { reportFolders } from "./repository.js";

/** The forms that code hosts read: GitHub's annotations, SARIF 2.1.0. */
export type HostReporter = "github" | "sarif";

/** Diagnostics in the form that a code host reads, without a line break at the end. */
export function reportDiagnostics(
  reporter: HostReporter,
  { diagnostics, ...options }: SarifOptions & { diagnostics: readonly Diagnostic[] },
): string {
  return reporter === "github" ? githubReport(diagnostics, options) : sarifReport(diagnostics, options);
}

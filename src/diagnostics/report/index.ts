/** Diagnostics as other programs read them: pure functions from diagnostics to text. */
import type { Diagnostic } from "../diagnostic.js";
import { githubReport } from "./github.js";
import { jsonReport } from "./json.js";
import { type SarifOptions, sarifReport } from "./sarif.js";
import { textReport } from "./text.js";

export { githubReport } from "./github.js";
export { jsonReport } from "./json.js";
export { findRepository, type ReportFolders, reportFolders, repositoryPath } from "./repository.js";
export { type SarifOptions, sarifReport } from "./sarif.js";
export { textReport } from "./text.js";

/** What `--reporter` can be: for people, one JSON document, GitHub's annotations, SARIF 2.1.0. */
export type Reporter = "text" | "json" | "github" | "sarif";

/** Diagnostics in the form that a reporter gives them, without a line break at the end. */
export function reportDiagnostics(
  reporter: Reporter,
  { diagnostics, ...options }: SarifOptions & { diagnostics: readonly Diagnostic[] },
): string {
  switch (reporter) {
    case "text":
      return textReport(diagnostics);
    case "json":
      return jsonReport(diagnostics);
    case "github":
      return githubReport(diagnostics, options);
    case "sarif":
      return sarifReport(diagnostics, options);
  }
}

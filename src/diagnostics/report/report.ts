import type { Diagnostic } from "../diagnostic.js";
import { githubReport } from "./github.js";
import { type JunitOptions, junitReport } from "./junit.js";
import { type SarifOptions, sarifReport } from "./sarif.js";

/** The report formats for code hosts and CI servers: GitHub's annotations, SARIF 2.1.0, JUnit's XML. */
export type HostReporter = "github" | "sarif" | "junit";

/** Writes diagnostics in a report format, without a final line break. */
export function reportDiagnostics(
  reporter: HostReporter,
  { diagnostics, ...options }: SarifOptions & JunitOptions & { diagnostics: readonly Diagnostic[] },
): string {
  switch (reporter) {
    case "github":
      return githubReport(diagnostics, options);
    case "sarif":
      return sarifReport(diagnostics, options);
    case "junit":
      return junitReport(diagnostics, options);
  }
}

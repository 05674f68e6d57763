import type { Diagnostic } from "../diagnostic.js";
import { githubReport } from "./github.js";
import { type JunitOptions, junitReport } from "./junit.js";
import { type SarifOptions, sarifReport } from "./sarif.js";

/** The forms that code hosts and CI servers read: GitHub's annotations, SARIF 2.1.0, JUnit's XML. */
export type HostReporter = "github" | "sarif" | "junit";

/** Diagnostics in the form that a code host or a CI server reads, without a line break at the end. */
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

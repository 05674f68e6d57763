import { type Diagnostic, isOfKind, type Severity } from "../diagnostics/index.js";

/** From which kind of change on a command that compares specs exits with 1. */
export type FailOn = "breaking" | "risky" | "safe";

/** The severities of the changes that count: a breaking one is an error, a risky one a warning, a safe one an info. */
const COUNTED: Record<FailOn, readonly Severity[]> = {
  breaking: ["error"],
  risky: ["error", "warning"],
  safe: ["error", "warning", "info"],
};

/** Whether a finding makes a command exit with 1: an error, or a change from `failOn` on. */
export function failsOn(failOn: FailOn = "breaking"): (finding: Diagnostic) => boolean {
  return (finding) =>
    finding.severity === "error" || (isOfKind(finding, "change") && COUNTED[failOn].includes(finding.severity));
}

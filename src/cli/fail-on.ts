import { type Diagnostic, isOfKind, type Severity } from "../diagnostics/index.js";

/** The least severe kind of change for which a command that compares specs exits with 1. */
export type FailOn = "breaking" | "risky" | "safe";

/**
 * The severities that count for each level: a breaking change is an error, a risky one a warning, a safe one an info.
 */
const COUNTED: Record<FailOn, readonly Severity[]> = {
  breaking: ["error"],
  risky: ["error", "warning"],
  safe: ["error", "warning", "info"],
};

/**
 * Returns a test of whether a finding makes a command exit with 1: an error, or a change that is at least as severe as
 * `failOn`.
 */
export function failsOn(failOn: FailOn = "breaking"): (finding: Diagnostic) => boolean {
  return (finding) =>
    finding.severity === "error" || (isOfKind(finding, "change") && COUNTED[failOn].includes(finding.severity));
}

import { type Diagnostic, isOfKind } from "../diagnostics/index.js";
import type { ChangeReport } from "../pipeline/index.js";

/** From which kind of change on a command that compares specs exits with 1. */
export type FailOn = "breaking" | "risky" | "safe";

const LEVELS: readonly FailOn[] = ["breaking", "risky", "safe"];

/** Whether findings make a command exit with 1: errors that are no changes of a spec, and changes from `failOn` on. */
export function failsOn(findings: readonly Diagnostic[], report: ChangeReport | undefined, failOn: FailOn): boolean {
  const counted = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  if (report?.apis.some(({ changes }) => changes.some(({ level }) => counted.includes(level)))) return true;
  return findings.some((item) => item.severity === "error" && !isOfKind(item, "change"));
}

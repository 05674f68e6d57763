import { type Diagnostic, type HostReporter, isOfKind } from "../../diagnostics/index.js";
import { type ChangeReport, version } from "../../pipeline/index.js";
import type { ExitStatus } from "../exit-status.js";
import { type FailOn, failsOn } from "../fail-on.js";
import type { Terminal } from "../terminal.js";

/** The values of `--reporter`: for people, one JSON document, or a format that code hosts and CI servers read. */
export type Reporter = "text" | "json" | HostReporter;

/** The options of {@link printFindings}. */
interface FindingsOptions {
  reporter: Reporter | undefined;
  /** Only for commands that compare specs. */
  report?: ChangeReport | undefined;
  /** The message for people if there are no findings. */
  clean: string;
  /** The least severe kind of change for which the command fails. */
  failOn?: FailOn | undefined;
}

/**
 * Prints a command's findings, and returns its exit status: 3 if a spec could not be read, 1 if a finding makes it
 * fail.
 */
export async function reportFindings(
  findings: readonly Diagnostic[],
  options: FindingsOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  await printFindings(findings, options, terminal);
  if (findings.some((item) => isOfKind(item, "noSpec"))) return 3;
  return findings.some(failsOn(options.failOn)) ? 1 : 0;
}

/** Prints findings: for people to standard error, as is usual; in the other formats to standard output. */
async function printFindings(
  findings: readonly Diagnostic[],
  { reporter = "text", report, clean, failOn }: FindingsOptions,
  terminal: Terminal,
): Promise<void> {
  if (reporter === "text") {
    terminal.diagnostics(findings);
    terminal.out(findings.length === 0 ? clean : summary(findings));
    return;
  }
  if (reporter === "json") {
    const changes = report ? (await import("./changes-document.js")).changesDocument(report) : {};
    terminal.json({ ...changes, diagnostics: findings });
    return;
  }
  const { reportDiagnostics, reportFolders } = await import("../../diagnostics/report/index.js");
  const fails = failsOn(failOn);
  const text = reportDiagnostics(reporter, { diagnostics: findings, version, fails, ...reportFolders(process.cwd()) });
  if (text !== "") terminal.document(text);
}

function summary(findings: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]) => findings.filter((item) => item.severity === severity).length;
  const counts = [
    [count("error"), "error"],
    [count("warning"), "warning"],
    [count("info"), "note"],
  ] as const;
  const said = counts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}${number > 1 ? "s" : ""}`);
  return `${said.join(", ")}.`;
}

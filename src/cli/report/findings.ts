import type { Diagnostic, HostReporter } from "../../diagnostics/index.js";
import { type ChangeReport, version } from "../../pipeline/index.js";
import type { Terminal } from "../terminal.js";

/** What `--reporter` can be: for people, one JSON document, or what code hosts and CI servers read. */
export type Reporter = "text" | "json" | HostReporter;

/** What {@link printFindings} needs besides the findings. */
interface FindingsOptions {
  reporter: Reporter | undefined;
  /** Of commands that compare specs. */
  report?: ChangeReport | undefined;
  /** What a person is told where there is nothing else to say. */
  clean: string;
  /** Whether a finding makes the command fail. */
  fails: (finding: Diagnostic) => boolean;
}

/**
 * Prints what a command found: for people to standard error, as they are used to; the other forms to standard output.
 */
export async function printFindings(
  findings: readonly Diagnostic[],
  { reporter = "text", report, clean, fails }: FindingsOptions,
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

import type { Command } from "commander";
import { type Diagnostic, DiagnosticError, unexpected } from "../diagnostics/index.js";
import { type ExitStatus, exitStatus } from "./exit-status.js";
import { CommandFault, describeFault } from "./faults/command-fault.js";
import { oldNode } from "./faults/old-node.js";
import { type Act, program } from "./program.js";
import { emptyReport } from "./report/empty-report.js";
import { type Reporter, reportFindings } from "./report/findings.js";
import { processTerminal, type Terminal } from "./terminal.js";

/** Runs the command line and returns the exit status. Prints diagnostics, never a stack trace. */
export async function run(argv: readonly string[]): Promise<ExitStatus> {
  const terminal = processTerminal();
  let status: ExitStatus = 0;
  let reporter = reporterIn(argv);
  const giveUp = (diagnostics: Diagnostic[]) => report(diagnostics, { argv, reporter }, terminal);
  const act: Act =
    (load) =>
    async (...values) => {
      const command = values.at(-1) as Command;
      const options: { json?: boolean; reporter?: Reporter } = command.opts();
      reporter = options.json ? "json" : options.reporter;
      const action = await load();
      status = await action(command.args[0], options, terminal);
    };
  const tooOld = oldNode();
  if (tooOld) return giveUp([tooOld]);
  keepStandardOutput();
  try {
    await program(act).parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommandFault) {
      if (error.cause.exitCode === 0) return 0;
      return giveUp([describeFault(error, argv)]);
    }
    if (!(error instanceof DiagnosticError)) return giveUp([unexpected(error)]);
    return giveUp(error.diagnostics);
  }
  return status;
}

/** Redirects what a config logs while it loads to standard error: standard output is for results only. */
function keepStandardOutput(): void {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
}

/** Returns the reporter to use until the command line is parsed: JSON if the command line asks for it. */
function reporterIn(argv: readonly string[]): Reporter | undefined {
  if (argv.includes("--json")) return "json";
  const forms = argv.map((word, index) =>
    word === "--reporter" ? argv[index + 1] : /^--reporter=(.*)$/.exec(word)?.[1],
  );
  return forms.includes("json") ? "json" : undefined;
}

async function report(
  diagnostics: Diagnostic[],
  { argv, reporter }: { argv: readonly string[]; reporter: Reporter | undefined },
  terminal: Terminal,
): Promise<ExitStatus> {
  if (reporter === "json") terminal.json({ ...emptyReport(argv), diagnostics });
  else if (reporter && reporter !== "text") await reportFindings(diagnostics, { reporter, clean: "" }, terminal);
  terminal.diagnostics(withoutNotes(diagnostics));
  return exitStatus(diagnostics);
}

/**
 * Returns the diagnostics to print for a command that failed: a note describes what would have been written, not the
 * failure.
 */
function withoutNotes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== "info");
}

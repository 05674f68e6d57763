import { diagnostic } from "../diagnostics/index.js";
import { errorCode, systemFault } from "../files/index.js";
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

/** Runs the command line of this process, and sets its exit status. */
export async function main(): Promise<void> {
  // The reader of the output may stop early (`b44-gen inspect SPEC | head`).
  process.stdout.on("error", (error) => {
    if (errorCode(error) === "EPIPE") process.exit();
    const message = `Standard output cannot be written: ${systemFault(error)}. The output is incomplete.`;
    processTerminal().diagnostics([diagnostic("B44-512", { message })]);
    process.exit(2);
  });

  // If nothing can be printed, the exit status still reports it.
  process.stderr.on("error", () => {});

  process.exitCode = await run(process.argv.slice(2));
}

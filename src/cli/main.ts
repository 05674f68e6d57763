#!/usr/bin/env node
import { diagnostic } from "../diagnostics/index.js";
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

// Whoever reads the output may stop early (`b44-gen inspect SPEC | head`).
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit();
  const message = `Standard output cannot be written (${code}): what b44-gen printed is not all there.`;
  processTerminal().diagnostics([diagnostic("B44-512", { message })]);
  process.exit(2);
});

// Where nobody can be told of it, the exit status says it.
process.stderr.on("error", () => {});

process.exitCode = await run(process.argv.slice(2));

#!/usr/bin/env node
import { run } from "./run.js";

// Whoever reads the output may stop early (`b44-gen inspect SPEC | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));

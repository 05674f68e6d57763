import { readFileSync } from "node:fs";
import type { Diagnostic } from "../diagnostics/index.js";
import { printDiagnostic, sourceExcerpt } from "../diagnostics/print.js";
import type { Progress } from "../pipeline/progress.js";

/** A run that takes longer than this shows what it is at. Milliseconds. */
const PATIENCE = 500;

/** Where a run's words go: results to standard output, everything else to standard error. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  diagnostics(diagnostics: readonly Diagnostic[]): void;
  progress: Progress;
  /** Removes the progress line, where there is one. */
  done(): void;
}

/** The process's own streams. Colours and progress only where a person watches; NO_COLOR is heeded. */
export function processTerminal(): Terminal {
  const watched = process.stderr.isTTY === true && !process.env.CI;
  const color = process.stderr.isTTY === true && !process.env.NO_COLOR;
  const start = Date.now();
  let shown = false;
  const done = () => {
    if (shown) process.stderr.write("\r\u001b[2K");
    shown = false;
  };
  return {
    out: (text) => {
      done();
      process.stdout.write(`${text}\n`);
    },
    error: (text) => {
      done();
      process.stderr.write(`${text}\n`);
    },
    diagnostics: (diagnostics) => {
      done();
      for (const item of diagnostics) process.stderr.write(`${printDiagnostic(item, { color, excerpt: excerptOf(item) })}\n\n`);
    },
    progress: (step) => {
      if (!watched || Date.now() - start < PATIENCE) return;
      process.stderr.write(`\r\u001b[2K${step.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    done,
  };
}

/** The lines of a local file around a diagnostic. What came from the network is not read again. */
function excerptOf({ location }: Diagnostic): string | undefined {
  if (!location?.line || /^[a-z]+:\/\/|^</i.test(location.file)) return undefined;
  try {
    return sourceExcerpt(readFileSync(location.file, "utf8"), location.line, location.column ?? 1);
  } catch {
    return undefined;
  }
}

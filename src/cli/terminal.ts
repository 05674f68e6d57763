import {
  beginning,
  type Diagnostic,
  excerptsOf,
  printDiagnostic,
  shortenedForPeople,
  visible,
  visibleJson,
  visibleLines,
} from "../diagnostics/index.js";
import { isCi } from "../is-ci.js";
import type { Progress } from "../pipeline/index.js";
import { isColoured } from "./coloured.js";

/** In milliseconds. A run that takes longer than this shows its progress. */
const PATIENCE = 500;

/**
 * The output of a run: results go to standard output, everything else to standard error. Text for people may come from
 * a spec, so control characters other than line breaks are made visible: they cannot control the terminal.
 */
export interface Terminal {
  /** Prints a result for people. */
  out(text: string): void;
  /** Prints a value as JSON, in visible characters only. */
  json(value: unknown): void;
  /** Prints a result for programs unchanged. */
  document(text: string): void;
  error(text: string): void;
  /** Prints diagnostics with the lines that they are about. `onDisk`: the files are still as they were read. */
  diagnostics(diagnostics: readonly Diagnostic[], options?: { onDisk: boolean }): void;
  progress: Progress;
  /** Removes the progress line, if there is one. */
  done(): void;
}

/** Returns the terminal of this process. It shows progress only if a person is watching. */
export function processTerminal(): Terminal {
  const { env, stderr } = process;
  const isTerminal = stderr.isTTY === true;
  const watched = isTerminal && !isCi(env) && env.TERM !== "dumb";
  const color = isColoured(isTerminal, env);
  const start = Date.now();
  let shown = false;
  const done = () => {
    if (shown) stderr.write("\r\u001b[2K");
    shown = false;
  };
  const document = (text: string) => {
    done();
    process.stdout.write(`${text}\n`);
  };
  return {
    out: (text) => document(visibleLines(text)),
    json: (value) => document(visibleJson(JSON.stringify(value, null, 2))),
    document,
    error: (text) => {
      done();
      stderr.write(`${visibleLines(text)}\n`);
    },
    diagnostics: (diagnostics, { onDisk } = { onDisk: true }) => {
      done();
      const excerptOf = excerptsOf(diagnostics, { remembered: true, onDisk });
      const { shown, left } = shortenedForPeople(diagnostics);
      for (const item of shown) {
        stderr.write(`${printDiagnostic(item, { color, excerpt: excerptOf(item) })}\n\n`);
      }
      for (const [code, count] of left) stderr.write(`… and ${count} more ${code}; --json lists them all.\n\n`);
    },
    progress: (step) => {
      if (!watched || Date.now() - start < PATIENCE) return;
      stderr.write(`\r\u001b[2K${visible(beginning(step, (stderr.columns || 80) - 1))}`);
      shown = true;
    },
    done,
  };
}

import { type Diagnostic, errorsOf, excerptsOf, printDiagnostic, shortenedForPeople } from "../diagnostics/index.js";

/** Read from disk, because the dev server shows a diagnostic again after its file may have changed. */
const AS_ON_DISK = { remembered: false, onDisk: true };

/** Returns the lines around the error that a build tool shows as its own; see {@link excerptsOf}. */
export function frameOf(shown: Diagnostic, all: readonly Diagnostic[]): string | undefined {
  return excerptsOf(all, AS_ON_DISK)(shown);
}

/** Formats diagnostics for a build tool's log, without colours. Errors come first; information is omitted. */
export function logText(diagnostics: readonly Diagnostic[]): string {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  return printed([...errorsOf(diagnostics), ...warnings], diagnostics);
}

/** Returns the error with which a build fails: diagnostics as in the log, without a stack trace. */
export function buildError(diagnostics: readonly Diagnostic[]): Error {
  const error = new Error(`\n${logText(diagnostics)}`);
  error.name = "b44-gen";
  error.stack = "";
  return error;
}

function printed(shown: readonly Diagnostic[], all: readonly Diagnostic[]): string {
  const excerptOf = excerptsOf(all, AS_ON_DISK);
  const { shown: few, left } = shortenedForPeople(shown);
  const blocks = few.map((item) => printDiagnostic(item, { color: false, excerpt: excerptOf(item) }));
  const more = [...left].map(([code, count]) => `… and ${count} more ${code}; \`b44-gen --json\` lists them all.`);
  return [...blocks, ...more].join("\n\n");
}

import { type Diagnostic, errorsOf, excerptsOf, printDiagnostic, shortenedForPeople } from "../diagnostics/index.js";

/** Lines are read again: the dev server shows a diagnostic again when its file may have changed. */
const AS_ON_DISK = { remembered: false, onDisk: true };

/** The lines around the error that is shown as a build tool's own; see {@link excerptsOf}. */
export function frameOf(shown: Diagnostic, all: readonly Diagnostic[]): string | undefined {
  return excerptsOf(all, AS_ON_DISK)(shown);
}

/** Diagnostics as a build tool's log shows them, without colours. Errors come first; information is left out. */
export function logText(diagnostics: readonly Diagnostic[]): string {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  return printed([...errorsOf(diagnostics), ...warnings], diagnostics);
}

/** What a build tool is given to fail with: diagnostics as in its log, and no stack trace. */
export function buildError(diagnostics: readonly Diagnostic[]): Error {
  const error = new Error(`\n${logText(diagnostics)}`);
  error.name = "b44-gen";
  error.stack = "";
  return error;
}

function printed(shown: readonly Diagnostic[], all: readonly Diagnostic[]): string {
  const excerptOf = excerptsOf(all, AS_ON_DISK);
  const { shown: few, left } = shortenedForPeople(shown);
  const texts = few.map((item) => printDiagnostic(item, { color: false, excerpt: excerptOf(item) }));
  const more = [...left].map(([code, count]) => `… and ${count} more ${code}; \`b44-gen --json\` lists them all.`);
  return [...texts, ...more].join("\n\n");
}

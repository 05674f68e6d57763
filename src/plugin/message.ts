import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isConfidential } from "../config/confidential.js";
import { type Diagnostic, SourceText } from "../diagnostics/index.js";
import { printDiagnostic, sourceExcerpt } from "../diagnostics/print.js";
import { isNoFile } from "../files/index.js";

/**
 * The lines around the place of a diagnostic, where it is in a local file; read anew, for the file may have changed.
 * None of a place where a secret may stand.
 *
 * @param read the files that were read for other diagnostics of the same time
 */
export function excerptOf(diagnostic: Diagnostic, read: Map<string, SourceText> = new Map()): string | undefined {
  const { location } = diagnostic;
  if (!location?.line || isConfidential(diagnostic) || isNoFile(location.file)) return undefined;
  try {
    const { line, column = 1 } = location;
    const source = read.get(location.file) ?? new SourceText(readFileSync(resolve(location.file), "utf8"));
    read.set(location.file, source);
    return sourceExcerpt(source, { line, column });
  } catch {
    return undefined;
  }
}

/** Diagnostics as a build tool's log shows them, without colours. Errors come first; information is left out. */
export function logText(diagnostics: readonly Diagnostic[]): string {
  const shown = [...errorsOf(diagnostics), ...diagnostics.filter(({ severity }) => severity === "warning")];
  const read = new Map<string, SourceText>();
  const texts = shown.map((item) => printDiagnostic(item, { color: false, excerpt: excerptOf(item, read) }));
  return texts.join("\n\n");
}

/** The errors among diagnostics. */
export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** What a build tool is given to fail with: diagnostics, and no stack trace. */
export function buildError(diagnostics: readonly Diagnostic[]): Error {
  const error = new Error(`\n${logText(errorsOf(diagnostics))}`);
  error.name = "b44-gen";
  error.stack = "";
  return error;
}

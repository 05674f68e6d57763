import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  confidentialFiles,
  type Diagnostic,
  errorsOf,
  printDiagnostic,
  SourceText,
  shortenedForPeople,
  sourceExcerpt,
} from "../diagnostics/index.js";
import { isNoFile } from "../files/index.js";

/**
 * Gives the lines around the place of a diagnostic, where it is in a local file; read anew, for the file may have changed.
 * None of a file where a secret may stand.
 *
 * @param diagnostics all of the same time, those too that are not shown
 */
export function excerptsOf(diagnostics: readonly Diagnostic[]): (diagnostic: Diagnostic) => string | undefined {
  const secret = confidentialFiles(diagnostics);
  const read = new Map<string, SourceText>();
  return ({ location }) => {
    if (!location?.line || secret.has(location.file) || isNoFile(location.file)) return undefined;
    try {
      const { line, column = 1 } = location;
      const source = read.get(location.file) ?? new SourceText(readFileSync(resolve(location.file), "utf8"));
      read.set(location.file, source);
      return sourceExcerpt(source, { line, column });
    } catch {
      return undefined;
    }
  };
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
  const excerptOf = excerptsOf(all);
  const { shown: few, left } = shortenedForPeople(shown);
  const texts = few.map((item) => printDiagnostic(item, { color: false, excerpt: excerptOf(item) }));
  const more = [...left].map(([code, count]) => `… and ${count} more ${code}; \`b44-gen --json\` lists them all.`);
  return [...texts, ...more].join("\n\n");
}

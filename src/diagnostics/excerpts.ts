import { readFileSync } from "node:fs";
import { isNoFile } from "../files/index.js";
import { confidentialFiles } from "./confidential.js";
import type { Diagnostic } from "./diagnostic.js";
import { sourceExcerpt } from "./excerpt.js";
import { rememberedSource, SourceText } from "./source-text.js";

/** The sources of the lines around diagnostics, in order of preference. */
interface ExcerptSources {
  /** The text in which the diagnostics were found. */
  remembered: boolean;
  /** The current files on disk. */
  onDisk: boolean;
}

/**
 * Returns a function for the lines around a diagnostic's place, if there are any. It returns none of a file that may
 * contain a secret. Each file is read once, when it is first needed.
 *
 * @param diagnostics all diagnostics of the same run, including those that are not shown
 */
export function excerptsOf(
  diagnostics: readonly Diagnostic[],
  { remembered, onDisk }: ExcerptSources,
): (diagnostic: Diagnostic) => string | undefined {
  const secret = confidentialFiles(diagnostics);
  const files = new Map<string, SourceText | undefined>();
  const read = (file: string): SourceText | undefined => {
    if (!files.has(file)) files.set(file, readSource(file));
    return files.get(file);
  };
  return ({ location }) => {
    if (!location?.line || secret.has(location.file)) return undefined;
    const source = (remembered ? rememberedSource(location) : undefined) ?? (onDisk ? read(location.file) : undefined);
    return source && sourceExcerpt(source, { line: location.line, column: location.column ?? 1 });
  };
}

function readSource(file: string): SourceText | undefined {
  if (isNoFile(file)) return undefined;
  try {
    return new SourceText(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

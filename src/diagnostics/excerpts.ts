import { readFileSync } from "node:fs";
import { isNoFile } from "../files/index.js";
import { confidentialFiles } from "./confidential.js";
import type { Diagnostic } from "./diagnostic.js";
import { sourceExcerpt } from "./excerpt.js";
import { rememberedSource, SourceText } from "./source-text.js";

/** Where the lines around diagnostics come from; from the first of the two that has them. */
interface ExcerptSources {
  /** The texts in which they were found. */
  remembered: boolean;
  /** The files on disk, as they are now. */
  onDisk: boolean;
}

/**
 * Gives the lines around the place of a diagnostic, where there are any. None of a file where a secret may stand. Each file
 * is read once, when it is first needed.
 *
 * @param diagnostics all of the same time, those too that are not shown
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

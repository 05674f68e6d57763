import { confidential, isConfidential } from "./confidential.js";
import type { Diagnostic } from "./diagnostic.js";
import { rememberedSource, rememberSource, SourceText } from "./source-text.js";

/** What is known of diagnostics besides their fields, as plain data: a copy for another thread has the fields alone. */
export interface DiagnosticMarks {
  /** The texts that places were found in, each once. */
  texts: { text: string; isByteString: boolean }[];
  /** For each diagnostic, which of the texts, if any, and whether it is about a place where a secret may stand. */
  marks: { text: number | undefined; isConfidential: boolean }[];
}

/** The marks of diagnostics, in their order. */
export function marksOf(diagnostics: readonly Diagnostic[]): DiagnosticMarks {
  const sources = new Map<SourceText, number>();
  const marks = diagnostics.map((item) => {
    const source = item.location && rememberedSource(item.location);
    if (source && !sources.has(source)) sources.set(source, sources.size);
    return { text: source && sources.get(source), isConfidential: isConfidential(item) };
  });
  return { texts: [...sources.keys()].map(({ text, isByteString }) => ({ text, isByteString })), marks };
}

/** Gives copies of diagnostics, in the same order, the marks that these had. */
export function giveMarks(diagnostics: readonly Diagnostic[], { texts, marks }: DiagnosticMarks): void {
  const sources = texts.map(({ text, ...form }) => new SourceText(text, form));
  for (const [index, item] of diagnostics.entries()) {
    const mark = marks[index];
    const source = mark?.text === undefined ? undefined : sources[mark.text];
    if (source && item.location) rememberSource(item.location, source);
    if (mark?.isConfidential) confidential(item);
  }
}

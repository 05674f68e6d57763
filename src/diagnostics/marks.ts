import { confidential, isConfidential } from "./confidential.js";
import type { Diagnostic } from "./diagnostic.js";
import { rememberedSource, rememberSource, SourceText } from "./source-text.js";

/** Data about diagnostics besides their fields, as plain data: copies for another thread have only the fields. */
export interface DiagnosticMarks {
  /** The distinct texts in which places were found. */
  texts: { text: string; isByteString: boolean }[];
  /** For each diagnostic, the index of its text, if any, and whether its place may contain a secret. */
  marks: { text: number | undefined; isConfidential: boolean }[];
}

/** Returns the marks of diagnostics, in their order. */
export function marksOf(diagnostics: readonly Diagnostic[]): DiagnosticMarks {
  const sources = new Map<SourceText, number>();
  const marks = diagnostics.map((item) => {
    const source = item.location && rememberedSource(item.location);
    if (source && !sources.has(source)) sources.set(source, sources.size);
    return { text: source && sources.get(source), isConfidential: isConfidential(item) };
  });
  return { texts: [...sources.keys()].map(({ text, isByteString }) => ({ text, isByteString })), marks };
}

/** Sets the marks on copies of diagnostics, in the same order. */
export function setMarks(diagnostics: readonly Diagnostic[], { texts, marks }: DiagnosticMarks): void {
  const sources = texts.map(({ text, ...form }) => new SourceText(text, form));
  for (const [index, item] of diagnostics.entries()) {
    const mark = marks[index];
    const source = mark?.text === undefined ? undefined : sources[mark.text];
    if (source && item.location) rememberSource(item.location, source);
    if (mark?.isConfidential) confidential(item);
  }
}

import { type Diagnostic, rememberSource } from "../../../diagnostics/index.js";
import type { SourceDocument } from "../../model.js";
import { locate, sourceText } from "./locate.js";

/**
 * Adds line and column to diagnostics that name one of the documents (by `display`) and a pointer in it, but have no
 * line yet; the others are the same objects. The excerpts printed below them come from the documents too.
 */
export function locateDiagnostics(diagnostics: Diagnostic[], documents: Iterable<SourceDocument>): Diagnostic[] {
  const byDisplay = new Map([...documents].reverse().map((document) => [document.display, document]));
  return diagnostics.map((item) => {
    const { location } = item;
    if (!location || location.pointer === undefined || location.line !== undefined) return item;
    const document = byDisplay.get(location.file);
    const position = document && locate(document, location.pointer);
    const source = document && sourceText(document);
    if (!position || !source) return item;
    const place = { ...location, ...position };
    rememberSource(place, source);
    return { ...item, location: place };
  });
}

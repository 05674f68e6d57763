import type { Diagnostic } from "../diagnostic.js";
import { visibleJson } from "../visible.js";

/**
 * Diagnostics as one JSON document, `{ "diagnostics": [...] }`, with the keys of each in the same order whoever made it.
 * Without a line break at the end.
 */
export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  const ordered = diagnostics.map(({ code, severity, message, location, help }) => ({
    code,
    severity,
    message,
    ...(location
      ? {
          location: {
            file: location.file,
            pointer: location.pointer,
            line: location.line,
            column: location.column,
          },
        }
      : {}),
    help,
  }));
  return visibleJson(JSON.stringify({ diagnostics: ordered }, null, 2));
}

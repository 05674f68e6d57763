import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { LoadedSpec } from "../model.js";
import type { OperationEntry } from "./operations.js";
import { parsePattern } from "./pattern.js";

export { listOperations, type OperationEntry, pathItemReferences } from "./operations.js";

/** An operation that was chosen, and whether it was named itself or taken in by a pattern. */
export interface SelectedOperation {
  entry: OperationEntry;
  named: boolean;
}

/** Result of the select stage, in the document's order. */
export interface Selection {
  selected: SelectedOperation[];
  diagnostics: Diagnostic[];
}

/**
 * Chooses operations by patterns, or all of them. Throws when the document has none (B44-206), when nothing is left
 * (B44-201), or when one that was named does not exist (B44-202); a wider pattern without a match is a warning.
 */
export function select(spec: LoadedSpec, entries: OperationEntry[], patterns: readonly string[] | "all"): Selection {
  const file = spec.document.display;
  if (entries.length === 0) {
    throw new DiagnosticError(
      diagnostic("B44-206", { message: `${file} declares no operations.`, location: { file, pointer: "/paths" } }),
    );
  }
  if (patterns === "all") return { selected: entries.map((entry) => ({ entry, named: false })), diagnostics: [] };

  const chosen = new Map<OperationEntry, boolean>();
  const diagnostics: Diagnostic[] = [];
  for (const pattern of patterns.map(parsePattern)) {
    const matches = entries.filter((entry) => pattern.matches(entry));
    for (const entry of matches) chosen.set(entry, (chosen.get(entry) ?? false) || pattern.names);
    if (matches.length === 0) diagnostics.push(unmatched(pattern.text, pattern.names, file, entries));
  }
  const errors = diagnostics.filter((item) => item.severity === "error");
  if (errors.length > 0) throw new DiagnosticError(diagnostics);
  if (chosen.size === 0) {
    const what = patterns.length === 0 ? "No operations were selected" : "No pattern matches an operation";
    throw new DiagnosticError([
      ...diagnostics,
      diagnostic("B44-201", { message: `${what} of ${file}, which has ${entries.length}.`, location: { file } }),
    ]);
  }
  const selected = entries
    .filter((entry) => chosen.has(entry))
    .map((entry) => ({ entry, named: chosen.get(entry) === true }));
  return { selected, diagnostics };
}

function unmatched(pattern: string, names: boolean, file: string, entries: OperationEntry[]): Diagnostic {
  const near = entries.find((entry) => isNear(entry.id, pattern) || `id:${entry.operationId}`.toLowerCase() === pattern.toLowerCase());
  const help = near ? `Did you mean ${pattern.startsWith("id:") ? `id:${near.operationId}` : near.id}?` : undefined;
  return diagnostic(names ? "B44-202" : "B44-203", {
    message: names ? `${file} has no operation ${pattern}.` : `The pattern ${pattern} matches no operation of ${file}.`,
    location: { file, pointer: "/paths" },
    help,
  });
}

/** The same operation but for case, a trailing slash, or the names of its path parameters. */
function isNear(id: string, pattern: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\{[^}]*\}|:[a-z_]+(?=\/|$)/g, "{}").replace(/\/$/, "");
  return plain(id) === plain(pattern);
}

import { type Diagnostic, DiagnosticError, hasErrors, throwErrors } from "../../diagnostics/index.js";
import type { LoadedSpec } from "../model.js";
import { brokenPaths, leftOutPaths } from "./broken-paths.js";
import { matchPatterns, parsePatterns } from "./match-patterns.js";
import { noOperations } from "./no-operations.js";
import type { OperationEntry } from "./operations.js";
import { matchesNothing, nothingSelected } from "./unmatched.js";
import type { ReferenceFacts } from "./why-no-operations.js";

/** A selected operation, and whether it was selected by name or by a wider pattern. */
export interface SelectedOperation {
  entry: OperationEntry;
  named: boolean;
}

/** Result of the select stage, in the document's order. */
export interface Selection {
  selected: SelectedOperation[];
  /** URIs of documents that could not be read, and may have selected operations. */
  unread: readonly string[];
  diagnostics: Diagnostic[];
}

/**
 * The select stage: selects operations by patterns, or all of them. A document without operations gives the warning B44-206.
 *
 * A pattern that matches nothing is a warning (B44-203), if it is one of several and names no operation. If a broken reference may be why
 * an operation is missing, that is reported instead, see {@link leftOutPaths}.
 *
 * @param facts why references are broken
 * @throws DiagnosticError B44-206 if all paths are broken references, B44-205 for a pattern that is not valid, B44-202 for a named
 * operation that does not exist, B44-201 if nothing matches
 */
export function select(
  spec: LoadedSpec,
  entries: OperationEntry[],
  patterns: readonly string[] | "all",
  facts: ReferenceFacts,
): Selection {
  const broken = brokenPaths(spec, new Set(entries.map((entry) => entry.path)), facts.references);
  const none = entries.length === 0 ? noOperations(spec, broken, facts) : [];
  if (patterns === "all" || hasErrors(none)) {
    const all = broken.map((item) => ({ ...item, isNeeded: false, isCertain: true }));
    const leftOut = leftOutPaths(all, spec, facts);
    const diagnostics = [...leftOut.diagnostics, ...none];
    throwErrors(diagnostics);
    return { selected: entries.map((entry) => ({ entry, named: false })), unread: leftOut.unread, diagnostics };
  }
  const { chosen, taken, unmatched } = matchPatterns(parsePatterns(patterns, entries), entries, broken);
  const leftOut = leftOutPaths(taken, spec, facts);
  const isAlone = patterns.length === 1;
  const diagnostics = [
    ...none,
    ...leftOut.diagnostics,
    ...unmatched.map(({ pattern, index }) => matchesNothing(pattern, { index, isAlone, spec, entries })),
  ];
  throwErrors(diagnostics);
  if (chosen.size === 0) throw new DiagnosticError([...diagnostics, nothingSelected(spec, entries, patterns)]);
  const selected = entries.flatMap((entry) => {
    const named = chosen.get(entry);
    return named === undefined ? [] : [{ entry, named }];
  });
  return { selected, unread: leftOut.unread, diagnostics };
}

import { type Diagnostic, DiagnosticError, hasErrors, throwErrors } from "../../diagnostics/index.js";
import type { LoadedSpec } from "../model.js";
import { brokenPaths, leftOutPaths } from "./broken-paths.js";
import { matchPatterns, parsePatterns } from "./match-patterns.js";
import { noOperations } from "./no-operations.js";
import type { OperationEntry } from "./operations.js";
import { matchesNothing, nothingSelected } from "./unmatched.js";
import type { ReferenceFacts } from "./why-no-operations.js";

/** An operation that was chosen, and whether it was named itself or taken in by a pattern. */
export interface SelectedOperation {
  entry: OperationEntry;
  named: boolean;
}

/** Result of the select stage, in the document's order. */
export interface Selection {
  selected: SelectedOperation[];
  /** URIs of documents that could not be read, and in which there may be operations that are selected. */
  unread: readonly string[];
  diagnostics: Diagnostic[];
}

/**
 * The select stage: chooses operations by patterns, or all of them, which may be none (the warning B44-206).
 *
 * Throws B44-206 where the paths are all broken references, B44-205 for a pattern that is not understood, B44-202 for a named
 * operation that does not exist, and B44-201 where nothing matches. A wider pattern, one of several, that matches nothing is a
 * warning (B44-203). Where a broken reference may be why an operation is missing, that is said instead: {@link leftOutPaths}.
 *
 * @param facts why broken references are broken
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

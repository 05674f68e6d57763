import { type Diagnostic, DiagnosticError, diagnostic, hasErrors, refuseErrors } from "../../diagnostics/index.js";
import { member, objectMember } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import {
  type BrokenPath,
  brokenPaths,
  type LeftOutPaths,
  leftOutPaths,
  type ReferenceFacts,
  type TakenPath,
} from "./broken-paths.js";
import { noOperations } from "./no-operations.js";
import type { OperationEntry } from "./operations.js";
import { type Pattern, parsePattern } from "./pattern.js";
import { suggestion } from "./suggestion.js";

export { isMethod } from "./methods.js";
export { listOperations, type OperationEntry } from "./operations.js";
export { pathFaults } from "./path-faults.js";
export { type ObjectPlace, pathItemReferences } from "./path-items.js";

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
 * Chooses operations by patterns, or all of them, which may be none (the warning B44-206). Throws when broken
 * references are all that the document has for operations (B44-206 as an error), when a pattern is not understood
 * (B44-205), when an operation that was named does not exist (B44-202), or when nothing matches (B44-201); one wider
 * pattern of several without a match is a warning (B44-203). `facts` are what tells why broken references are broken, see
 * {@link leftOutPaths}: that is thrown in the place of B44-202 where it is why the operation is not there.
 */
export function select(
  spec: LoadedSpec,
  entries: OperationEntry[],
  patterns: readonly string[] | "all",
  facts: ReferenceFacts,
): Selection {
  const broken = brokenPaths(spec, new Set(entries.map((entry) => entry.path)), facts.references);
  const none = entries.length === 0 ? noOperations(spec, broken, facts) : [];
  const allBroken = (): LeftOutPaths =>
    leftOutPaths(
      broken.map((item) => ({ ...item, isNeeded: false, isCertain: true })),
      spec,
      facts,
    );
  if (hasErrors(none)) throw new DiagnosticError([...allBroken().diagnostics, ...none]);
  if (patterns === "all") {
    const selected = entries.map((entry) => ({ entry, named: false }));
    const leftOut = allBroken();
    refuseErrors(leftOut.diagnostics);
    return { selected, unread: leftOut.unread, diagnostics: [...leftOut.diagnostics, ...none] };
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const chosen = new Map<OperationEntry, boolean>();
  const taken = new Map<BrokenPath, TakenPath>();
  const unmatchedPatterns: Diagnostic[] = [];
  for (const [index, pattern] of parsePatterns(patterns, entries).entries()) {
    const matches = matching(pattern, entries, byId);
    for (const entry of matches) chosen.set(entry, chosen.get(entry) === true || pattern.names);
    if (pattern.names && matches.length > 0) continue;
    for (const item of broken) take(taken, item, pattern);
    const isExplained = pattern.names && broken.some(({ path }) => path !== undefined && pattern.takesPath(path));
    if (matches.length === 0 && !isExplained)
      unmatchedPatterns.push(unmatched(pattern, { index, isAlone: patterns.length === 1, spec, entries }));
  }
  const leftOut = leftOutPaths([...taken.values()], spec, facts);
  const diagnostics = [...none, ...leftOut.diagnostics, ...unmatchedPatterns];
  refuseErrors(diagnostics);
  if (chosen.size === 0) throw new DiagnosticError([...diagnostics, nothingSelected(spec, entries, patterns)]);
  const selected = entries.flatMap((entry) => {
    const named = chosen.get(entry);
    return named === undefined ? [] : [{ entry, named }];
  });
  return { selected, unread: leftOut.unread, diagnostics };
}

/** Adds a broken path to those that are taken in, if a pattern may take it in; it is taken as the strictest of them does. */
function take(taken: Map<BrokenPath, TakenPath>, item: BrokenPath, { names, ofPaths, takesPath }: Pattern): void {
  const isCertain = item.path === undefined || takesPath(item.path);
  if (ofPaths && !isCertain) return;
  const known = taken.get(item);
  taken.set(item, {
    ...item,
    isNeeded: names || known?.isNeeded === true,
    isCertain: isCertain || known?.isCertain === true,
  });
}

/** Those of the patterns that match an operation. Throws B44-205 where one is not understood. */
export function patternsThatMatch(patterns: readonly string[], entries: OperationEntry[]): string[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const parsed = parsePatterns(patterns, entries);
  return parsed.filter((pattern) => matching(pattern, entries, byId).length > 0).map(({ text }) => text);
}

function matching(
  { id, matches }: Pattern,
  entries: OperationEntry[],
  byId: ReadonlyMap<string, OperationEntry>,
): OperationEntry[] {
  if (id === undefined) return entries.filter(matches);
  const only = byId.get(id);
  return only ? [only] : entries.filter(matches);
}

const ALL_HELP =
  'To take every operation, give `--all`, or in a config `operations: "all"`, which stands alone and in no list.';

function parsePatterns(patterns: readonly string[], entries: OperationEntry[]): Pattern[] {
  const faults: Diagnostic[] = [];
  const parsed = patterns.flatMap((text, index) => {
    const pattern = parsePattern(text);
    if (pattern) return [pattern];
    const message = `The selection pattern ${JSON.stringify(text.slice(0, 200))} is not understood.`;
    const help = /^(?:all|\*+)$/i.test(text) ? ALL_HELP : didYouMean(text, entries);
    faults.push(diagnostic("B44-205", { message, setting: ["operations", index], help }));
    return [];
  });
  if (faults.length > 0) throw new DiagnosticError(faults);
  return parsed;
}

function nothingSelected({ document }: LoadedSpec, entries: OperationEntry[], patterns: readonly string[]): Diagnostic {
  const what = patterns.length === 0 ? "No operations were selected" : "No pattern matches an operation";
  const message = `${what} of ${document.display}, which has ${entries.length}.`;
  return diagnostic("B44-201", { message, location: { file: document.display }, setting: ["operations"] });
}

/** A pattern that takes nothing: of one operation it is an error, and where it is the only one too. */
function unmatched(
  { text, names, id }: Pattern,
  { index, isAlone, spec, entries }: { index: number; isAlone: boolean; spec: LoadedSpec; entries: OperationEntry[] },
): Diagnostic {
  const file = spec.document.display;
  const details = { location: { file, pointer: "/paths" }, setting: ["operations", index] };
  if (names) {
    const near = didYouMean(text, hasPath(spec, id) ? ofPath(entries, id) : entries);
    return diagnostic("B44-202", { ...details, message: `${file} has no operation ${text}.`, help: near });
  }
  const hasNoTags = text.startsWith("tag:") && entries.length > 0 && entries.every(({ tags }) => tags.length === 0);
  const which = isAlone && !hasNoTags ? `, which has ${entries.length}` : "";
  return diagnostic(isAlone ? "B44-201" : "B44-203", {
    ...details,
    message: `The pattern ${text} matches no operation of ${file}${hasNoTags ? ": none of them has a tag" : which}.`,
    help: didYouMean(text, entries),
  });
}

/** Whether a document has the path of an operation id: then no other path is meant. */
function hasPath({ root }: LoadedSpec, id: string | undefined): boolean {
  return id !== undefined && member(objectMember(root, "paths") ?? {}, pathOf(id)) !== undefined;
}

function ofPath(entries: OperationEntry[], id = ""): OperationEntry[] {
  return entries.filter((entry) => entry.path === pathOf(id));
}

function pathOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function didYouMean(pattern: string, entries: OperationEntry[]): string | undefined {
  const near = suggestion(pattern, entries);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

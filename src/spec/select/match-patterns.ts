import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { BrokenPath, TakenPath } from "./broken-paths.js";
import type { OperationEntry } from "./operations.js";
import { type Pattern, parsePattern } from "./pattern.js";
import { didYouMean } from "./suggestion.js";

const ALL_HELP =
  'To select every operation, use `--all`, or in a config `operations: "all"`, as a string and not in an array.';

/** Reads selection patterns. Throws B44-205 for all that are not understood. */
export function parsePatterns(patterns: readonly string[], entries: OperationEntry[]): Pattern[] {
  const faults: Diagnostic[] = [];
  const parsed = patterns.flatMap((text, index) => {
    const pattern = parsePattern(text);
    if (pattern) return [pattern];
    const message = `The selection pattern ${JSON.stringify(text.slice(0, 200))} is not valid.`;
    const help = /^(?:all|\*+)$/i.test(text) ? ALL_HELP : didYouMean(text, entries);
    faults.push(diagnostic("B44-205", { message, setting: ["operations", index], help }));
    return [];
  });
  if (faults.length > 0) throw new DiagnosticError(faults);
  return parsed;
}

/** What patterns take in. */
interface Matches {
  /** The operations, and whether each was named itself. */
  chosen: Map<OperationEntry, boolean>;
  /** The broken paths, which may have operations that a pattern takes in. */
  taken: TakenPath[];
  /** The patterns that match nothing, and that no broken path explains; `index` is their place in the list. */
  unmatched: { pattern: Pattern; index: number }[];
}

/** Matches patterns with a document's operations, and with the paths whose operations are not known. */
export function matchPatterns(
  patterns: readonly Pattern[],
  entries: OperationEntry[],
  broken: readonly BrokenPath[],
): Matches {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const chosen = new Map<OperationEntry, boolean>();
  const taken = new Map<BrokenPath, TakenPath>();
  const unmatched: Matches["unmatched"] = [];
  for (const [index, pattern] of patterns.entries()) {
    const matches = matching(pattern, entries, byId);
    for (const entry of matches) chosen.set(entry, chosen.get(entry) === true || pattern.names);
    if (pattern.names && matches.length > 0) continue;
    for (const item of broken) take(taken, item, pattern);
    const isExplained = pattern.names && broken.some(({ path }) => path !== undefined && pattern.takesPath(path));
    if (matches.length === 0 && !isExplained) unmatched.push({ pattern, index });
  }
  return { chosen, taken: [...taken.values()], unmatched };
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

/** Those of the patterns that match an operation. Throws B44-205 where one is not valid. */
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

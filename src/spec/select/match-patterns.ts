import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import type { BrokenPath, TakenPath } from "./broken-paths.js";
import type { OperationEntry } from "./operations.js";
import { type Pattern, parsePattern } from "./pattern.js";
import { didYouMean } from "./suggestion.js";

const ALL_HELP =
  'To select every operation, use `--all`, or in a config `operations: "all"`, as a string and not in an array.';

/** Parses selection patterns. @throws DiagnosticError B44-205 for all that are not valid */
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

/** What patterns match. */
interface Matches {
  /** The operations, and whether each was named itself. */
  chosen: Map<OperationEntry, boolean>;
  /** The broken paths that may have operations which a pattern matches. */
  taken: TakenPath[];
  /** The patterns that match nothing, unless a broken path may be why; `index` is their place in the config. */
  unmatched: { pattern: Pattern; index: number }[];
}

/** Matches patterns with the operations of a document, and with the paths whose operations are unknown. */
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

/** Adds a broken path that a pattern may match. If several patterns do, the strictest counts. */
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

/** The patterns that match an operation. @throws DiagnosticError B44-205 if one is not valid */
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

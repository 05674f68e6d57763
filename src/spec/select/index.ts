import { closest, type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, type JsonObject, objectMember, stringMember } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import { type BrokenPath, brokenPaths, leftOutPaths, type ReferenceFacts, whyNoOperations } from "./broken-paths.js";
import type { OperationEntry } from "./operations.js";
import { type Pattern, parsePattern } from "./pattern.js";
import { suggestion } from "./suggestion.js";

export type { ReferenceFacts } from "./broken-paths.js";
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
  diagnostics: Diagnostic[];
}

/**
 * Chooses operations by patterns, or all of them, which may be none (the warning B44-206). Throws when broken
 * references are all that the document has for operations (B44-206 as an error), when a pattern is not understood
 * (B44-205), when an operation that was named does not exist (B44-202), or when nothing matches (B44-201); a wider
 * pattern without a match is a warning (B44-203). `facts` are what tells why broken references are broken, see {@link
 * leftOutPaths}.
 */
export function select(
  spec: LoadedSpec,
  entries: OperationEntry[],
  patterns: readonly string[] | "all",
  facts: ReferenceFacts,
): Selection {
  const broken = brokenPaths(spec, new Set(entries.map((entry) => entry.path)));
  const leftOut = (paths: readonly BrokenPath[]) => leftOutPaths(paths, spec, facts);
  const none = entries.length === 0 ? noOperations(spec, broken, facts) : [];
  if (none.some(({ severity }) => severity === "error")) throw new DiagnosticError([...leftOut(broken), ...none]);
  if (patterns === "all") {
    const selected = entries.map((entry) => ({ entry, named: false }));
    return { selected, diagnostics: [...leftOut(broken), ...none] };
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const chosen = new Map<OperationEntry, boolean>();
  const diagnostics = [...none];
  for (const [index, pattern] of parsePatterns(patterns, entries).entries()) {
    const matches = matching(pattern, entries, byId);
    for (const entry of matches) chosen.set(entry, chosen.get(entry) === true || pattern.names);
    if (matches.length === 0) diagnostics.push(unmatched(pattern, { index, spec, entries }));
    diagnostics.push(...leftOut(broken.filter(({ path }) => pattern.takesPath(path))));
  }
  if (diagnostics.some((item) => item.severity === "error")) throw new DiagnosticError(diagnostics);
  if (chosen.size === 0) throw new DiagnosticError([...diagnostics, nothingSelected(spec, entries, patterns)]);
  const selected = entries.flatMap((entry) => {
    const named = chosen.get(entry);
    return named === undefined ? [] : [{ entry, named }];
  });
  return { selected, diagnostics };
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

function noOperations(spec: LoadedSpec, broken: readonly BrokenPath[], facts: ReferenceFacts): Diagnostic[] {
  const { document, root } = spec;
  const paths = objectMember(root, "paths") ?? {};
  const ref = stringMember(paths, "$ref");
  const meant = ref === undefined ? misspeltPaths(root) : undefined;
  const why = () => {
    if (meant !== undefined) return `: it has \`${meant}\` and no \`paths\``;
    return ref === undefined ? otherContent(root) : `: its paths refer to ${JSON.stringify(ref)}, where there are none`;
  };
  const none = diagnostic("B44-206", {
    severity: ref === undefined && broken.length === 0 ? "warning" : "error",
    message: `${document.display} declares no operations${why()}.`,
    location: { file: document.display, pointer: appendPointer("", meant ?? "paths") },
    help: meant === undefined ? undefined : "Did you mean `paths`?",
  });
  if (ref === undefined) return [none];
  const reason = whyNoOperations({ value: paths, uri: document.uri, pointer: "/paths" }, facts);
  return reason.code === "B44-308" ? [none] : [{ ...reason, severity: "warning" }, none];
}

/** The key of an object that seems to be meant as `paths`, where a document has none. */
function misspeltPaths(root: JsonObject): string | undefined {
  if (Object.hasOwn(root, "paths")) return undefined;
  return Object.keys(root).find((key) => closest(key, ["paths"]) !== undefined && objectMember(root, key));
}

/** What a document without operations is made for, where that can be told. */
function otherContent(root: JsonObject): string {
  if (Object.keys(objectMember(root, "webhooks") ?? {}).length > 0) return ", only webhooks, which nobody calls";
  const holders = [objectMember(root, "components"), root];
  const hasSchemas = holders.some(
    (holder) => holder && ["schemas", "definitions"].some((key) => objectMember(holder, key)),
  );
  return hasSchemas ? ", only schemas" : "";
}

function nothingSelected({ document }: LoadedSpec, entries: OperationEntry[], patterns: readonly string[]): Diagnostic {
  const what = patterns.length === 0 ? "No operations were selected" : "No pattern matches an operation";
  const message = `${what} of ${document.display}, which has ${entries.length}.`;
  return diagnostic("B44-201", { message, location: { file: document.display }, setting: ["operations"] });
}

function unmatched(
  { text, names }: Pattern,
  { index, spec, entries }: { index: number; spec: LoadedSpec; entries: OperationEntry[] },
): Diagnostic {
  const file = spec.document.display;
  return diagnostic(names ? "B44-202" : "B44-203", {
    message: names ? `${file} has no operation ${text}.` : `The pattern ${text} matches no operation of ${file}.`,
    location: { file, pointer: "/paths" },
    setting: ["operations", index],
    help: didYouMean(text, entries),
  });
}

function didYouMean(pattern: string, entries: OperationEntry[]): string | undefined {
  const near = suggestion(pattern, entries);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

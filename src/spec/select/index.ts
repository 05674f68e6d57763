import { type Diagnostic, DiagnosticError, diagnostic } from "../../diagnostics/index.js";
import { type JsonObject, objectMember, stringMember } from "../json.js";
import type { LoadedSpec } from "../model.js";
import type { OperationEntry } from "./operations.js";
import { type BrokenPath, brokenPaths } from "./path-items.js";
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
  diagnostics: Diagnostic[];
}

/**
 * Chooses operations by patterns, or all of them, which may be none (the warning B44-206). Throws when broken references
 * are all that the document has for operations (B44-206 as an error), when a pattern is not understood (B44-205), when an
 * operation that was named does not exist (B44-202), or when nothing matches (B44-201); a wider pattern without a match is
 * a warning (B44-203).
 */
export function select(spec: LoadedSpec, entries: OperationEntry[], patterns: readonly string[] | "all"): Selection {
  const broken = brokenPaths(spec, new Set(entries.map((entry) => entry.path)));
  const none = entries.length === 0 ? [noOperations(spec, broken)] : [];
  if (none.some(({ severity }) => severity === "error")) throw new DiagnosticError([...leftOut(broken, spec), ...none]);
  if (patterns === "all") {
    const selected = entries.map((entry) => ({ entry, named: false }));
    return { selected, diagnostics: [...leftOut(broken, spec), ...none] };
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const chosen = new Map<OperationEntry, boolean>();
  const diagnostics = none;
  for (const [index, pattern] of parsePatterns(patterns, entries).entries()) {
    const matches = matching(pattern, entries, byId);
    for (const entry of matches) chosen.set(entry, chosen.get(entry) === true || pattern.names);
    if (matches.length === 0) diagnostics.push(unmatched(pattern, { index, spec, entries }));
    diagnostics.push(
      ...leftOut(
        broken.filter(({ path }) => pattern.takesPath(path)),
        spec,
      ),
    );
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
  return only ? [only] : [];
}

function parsePatterns(patterns: readonly string[], entries: OperationEntry[]): Pattern[] {
  const faults: Diagnostic[] = [];
  const parsed = patterns.flatMap((text, index) => {
    const pattern = parsePattern(text);
    if (pattern) return [pattern];
    const message = `The selection pattern ${JSON.stringify(text.slice(0, 200))} is not understood.`;
    faults.push(diagnostic("B44-205", { message, setting: ["operations", index], help: didYouMean(text, entries) }));
    return [];
  });
  if (faults.length > 0) throw new DiagnosticError(faults);
  return parsed;
}

function noOperations({ document, root }: LoadedSpec, broken: readonly BrokenPath[]): Diagnostic {
  const ref = stringMember(objectMember(root, "paths") ?? {}, "$ref");
  const why =
    ref === undefined ? otherContent(root) : `: its paths refer to ${JSON.stringify(ref)}, where there are none`;
  return diagnostic("B44-206", {
    severity: ref === undefined && broken.length === 0 ? "warning" : "error",
    message: `${document.display} declares no operations${why}.`,
    location: { file: document.display, pointer: "/paths" },
  });
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

/** What to say of paths that a selection takes in and that have no operations, because of what they refer to. */
function leftOut(paths: BrokenPath[], { document }: LoadedSpec): Diagnostic[] {
  return paths.map(({ path, ref, pointer }) =>
    diagnostic("B44-308", {
      message: `The path ${path} refers to ${JSON.stringify(ref)}, where no operation was found; it is left out.`,
      location: { file: document.display, pointer },
      help: "Mend the reference, or remove the path.",
    }),
  );
}

import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { member, objectMember } from "../../json/index.js";
import type { LoadedSpec } from "../model.js";
import type { OperationEntry } from "./operations.js";
import type { Pattern } from "./pattern.js";
import { didYouMean } from "./suggestion.js";

/** Reports a selection without any operation (B44-201). */
export function nothingSelected(
  { document }: LoadedSpec,
  entries: OperationEntry[],
  patterns: readonly string[],
): Diagnostic {
  const what = patterns.length === 0 ? "No operations are selected" : "No pattern matches an operation";
  const message = `${what} of ${document.display}, which has ${entries.length}.`;
  const location = { file: document.display, pointer: "/paths" };
  return diagnostic("B44-201", { message, location, setting: ["operations"] });
}

/**
 * Reports a pattern that matches nothing: an error if it names an operation (B44-202) or is the only pattern (B44-201), else a warning
 * (B44-203).
 */
export function matchesNothing(
  { text, names, id }: Pattern,
  { index, isAlone, spec, entries }: { index: number; isAlone: boolean; spec: LoadedSpec; entries: OperationEntry[] },
): Diagnostic {
  const file = spec.document.display;
  const details = { location: { file, pointer: "/paths" }, setting: ["operations", index] };
  if (names) {
    const near = didYouMean(text, id !== undefined && hasPath(spec, id) ? ofPath(entries, id) : entries);
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

/** Whether a document has the path of an operation id: then no other path is suggested. */
function hasPath({ root }: LoadedSpec, id: string): boolean {
  return member(objectMember(root, "paths") ?? {}, pathOf(id)) !== undefined;
}

function ofPath(entries: OperationEntry[], id: string): OperationEntry[] {
  return entries.filter((entry) => entry.path === pathOf(id));
}

function pathOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

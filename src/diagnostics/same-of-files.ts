import type { Diagnostic } from "./diagnostic.js";
import { isOfKind } from "./kinds.js";

/** A diagnostic as a person is shown it: of one file, or what several ones say of a file each. */
export interface ShownDiagnostic extends Diagnostic {
  /** The files, where they are several. */
  files?: readonly string[];
}

/**
 * Findings that say the same of a generated file each, with the same help, as one: `3 files are missing.` Each stands
 * where the first of its files did; all others stay as they are. For people: programs are given each by itself.
 */
export function sameOfFiles(diagnostics: readonly Diagnostic[]): ShownDiagnostic[] {
  const groups = new Map<string | Diagnostic, Diagnostic[]>();
  for (const item of diagnostics) {
    const said = saidOfFiles(item);
    const key = said === undefined ? item : JSON.stringify([item.code, item.severity, said, item.help]);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first, second] = members;
    if (!first || !second) return members;
    const files = members.flatMap(({ location }) => location?.file ?? []);
    return [{ ...first, message: `${members.length} files ${saidOfFiles(first)}`, files }];
  });
}

/** What a diagnostic would say of several files; undefined where it is no finding about a generated file. */
function saidOfFiles(diagnostic: Diagnostic): string | undefined {
  const { message, location } = diagnostic;
  const start = `${location?.file} is `;
  return isOfKind(diagnostic, "drift") && message.startsWith(start) ? `are ${message.slice(start.length)}` : undefined;
}

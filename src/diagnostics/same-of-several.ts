import type { Diagnostic } from "./diagnostic.js";
import { counted, firstOf } from "./first-of.js";
import { isOfKind } from "./kinds.js";

/** A diagnostic as a person is shown it: of one file, or what several ones say of a file each. */
export interface ShownDiagnostic extends Diagnostic {
  /** The files, where they are several. */
  files?: readonly string[];
}

/** How many operations one diagnostic names that is no error. */
const MOST_OPERATIONS = 5;

/**
 * Diagnostics that say the same of a generated file, an operation or a place of a spec each, with the same help, as one:
 * `3 files are missing.` Each stands where the first of its members did; all others stay as they are. For people:
 * programs are given each by itself.
 */
export function sameOfSeveral(diagnostics: readonly Diagnostic[]): ShownDiagnostic[] {
  const groups = new Map<string | Diagnostic, { subject: Subject | undefined; members: Diagnostic[] }>();
  for (const item of diagnostics) {
    const subject = ofFile(item) ?? ofOperation(item) ?? ofPlace(item);
    const key = subject ? JSON.stringify([item.code, item.severity, subject.said(""), item.help]) : item;
    const known = groups.get(key);
    if (known) known.members.push(item);
    else groups.set(key, { subject, members: [item] });
  }
  return [...groups.values()].flatMap(({ subject, members }) => {
    const [first, second] = members;
    return first && second && subject ? [subject.ofAll(first, members)] : members;
  });
}

/** What a diagnostic is about, as far as others may say the same of something else. */
interface Subject {
  /** The message with another subject. */
  said(of: string): string;
  ofAll(first: Diagnostic, members: readonly Diagnostic[]): ShownDiagnostic;
}

/** Of a finding about a generated file. */
function ofFile(diagnostic: Diagnostic): Subject | undefined {
  const { message, location } = diagnostic;
  const start = `${location?.file} is `;
  if (!isOfKind(diagnostic, "drift") || !message.startsWith(start)) return undefined;
  const said = (of: string) => `${of} are ${message.slice(start.length)}`;
  return {
    said,
    ofAll: (first, members) => {
      const files = members.flatMap((member) => member.location?.file ?? []);
      return { ...first, message: said(`${members.length} files`), files };
    },
  };
}

/** Of an operation that a way does not carry: that of the first one is the place. */
function ofOperation(diagnostic: Diagnostic): Subject | undefined {
  const parts = carriedParts(diagnostic);
  if (!parts) return undefined;
  const said = (of: string) => `${parts.way}${of}${parts.why}`;
  return {
    said,
    ofAll: (first, members) => {
      const most = first.severity === "error" ? members.length : MOST_OPERATIONS;
      const ids = members.flatMap((member) => carriedParts(member)?.id ?? []);
      return { ...first, message: said(firstOf(ids, most)) };
    },
  };
}

/** Of a place of a spec, or of a reference in it. An error is told of where it is. */
function ofPlace(diagnostic: Diagnostic): Subject | undefined {
  const { message, location, severity } = diagnostic;
  if (severity === "error" || location?.pointer === undefined || !isOfKind(diagnostic, "spec")) return undefined;
  const [, fault] = /^The reference "(?:[^"\\]|\\.)*" (.*)$/s.exec(message) ?? [];
  return {
    said: () => JSON.stringify([location.file, fault ?? message]),
    ofAll: (first, members) => {
      const more = members.length - 1;
      if (fault !== undefined) return { ...first, message: `${first.message} The same applies to ${more} more.` };
      const where = `, here and in ${counted(more, "more place")}.`;
      return { ...first, message: message.replace(/\.?$/, where) };
    },
  };
}

function carriedParts(diagnostic: Diagnostic): { way: string; id: string; why: string } | undefined {
  if (!isOfKind(diagnostic, "notCarried")) return undefined;
  const [, way, id, why] = /^(.{1,30} cannot call )(\S+)(: .*)$/s.exec(diagnostic.message) ?? [];
  return way !== undefined && id !== undefined && why !== undefined ? { way, id, why } : undefined;
}

import type { Diagnostic } from "./diagnostic.js";
import { counted, firstOf } from "./first-of.js";
import { isOfKind } from "./kinds.js";

/** A diagnostic as shown to people: one diagnostic, or several of different files merged into one. */
export interface ShownDiagnostic extends Diagnostic {
  /** The files of a merged diagnostic. */
  files?: readonly string[];
}

/** The maximum number of operations named in one diagnostic that is not an error. */
const MOST_OPERATIONS = 5;

/**
 * Merges diagnostics that say the same, with the same help, of several generated files, operations or places of a spec:
 * `3 files are missing.` A merged diagnostic takes the position of its first member; all others are unchanged. For
 * people only: programs get each diagnostic separately.
 */
export function mergeSimilar(diagnostics: readonly Diagnostic[]): ShownDiagnostic[] {
  const groups = new Map<string | Diagnostic, { subject: Subject | undefined; members: Diagnostic[] }>();
  for (const item of diagnostics) {
    const subject = ofFile(item) ?? ofOperation(item) ?? ofPlace(item);
    const key = subject ? JSON.stringify([item.code, item.severity, subject.messageFor(""), item.help]) : item;
    const known = groups.get(key);
    if (known) known.members.push(item);
    else groups.set(key, { subject, members: [item] });
  }
  return [...groups.values()].flatMap(({ subject, members }) => {
    const [first, second] = members;
    return first && second && subject ? [subject.ofAll(first, members)] : members;
  });
}

/** The subject of a diagnostic that others may have said of another subject. */
interface Subject {
  /** Returns the message with another subject. */
  messageFor(of: string): string;
  ofAll(first: Diagnostic, members: readonly Diagnostic[]): ShownDiagnostic;
}

/** The subject of a finding about a generated file. */
function ofFile(diagnostic: Diagnostic): Subject | undefined {
  const { message, location } = diagnostic;
  const start = `${location?.file} is `;
  if (!isOfKind(diagnostic, "drift") || !message.startsWith(start)) return undefined;
  const messageFor = (of: string) => `${of} are ${message.slice(start.length)}`;
  return {
    messageFor,
    ofAll: (first, members) => {
      const files = members.flatMap((member) => member.location?.file ?? []);
      return { ...first, message: messageFor(`${members.length} files`), files };
    },
  };
}

/**
 * The subject of a finding about an operation that a transport cannot carry. The merged diagnostic has the first one's
 * place.
 */
function ofOperation(diagnostic: Diagnostic): Subject | undefined {
  const parts = carriedParts(diagnostic);
  if (!parts) return undefined;
  const messageFor = (of: string) => `${parts.way}${of}${parts.why}`;
  return {
    messageFor,
    ofAll: (first, members) => {
      const most = first.severity === "error" ? members.length : MOST_OPERATIONS;
      const ids = members.flatMap((member) => carriedParts(member)?.id ?? []);
      return { ...first, message: messageFor(firstOf(ids, most)) };
    },
  };
}

/**
 * The subject of a finding about a place in a spec, or a reference in it. Errors are not merged, so that each keeps its
 * place.
 */
function ofPlace(diagnostic: Diagnostic): Subject | undefined {
  const { message, location, severity } = diagnostic;
  if (severity === "error" || location?.pointer === undefined || !isOfKind(diagnostic, "spec")) return undefined;
  const [, fault] = /^The reference "(?:[^"\\]|\\.)*" (.*)$/s.exec(message) ?? [];
  return {
    messageFor: () => JSON.stringify([location.file, fault ?? message]),
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

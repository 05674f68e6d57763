import { type Code, inputCatalogue, schemaCatalogue } from "./catalogue/index.js";
import { type Diagnostic, DiagnosticError } from "./diagnostic.js";

/** The codes by which b44-gen itself makes decisions. Only this file defines which codes belong to a kind. */
const KINDS = {
  /** The spec is faulty, not the command or the config. */
  spec: [
    ...(Object.keys(inputCatalogue) as (keyof typeof inputCatalogue)[]),
    "B44-206",
    ...(Object.keys(schemaCatalogue) as (keyof typeof schemaCatalogue)[]),
    "B44-701",
    "B44-702",
    "B44-703",
    "B44-704",
    "B44-705",
  ],
  /** The location did not return a spec. An existing locked copy remains usable. */
  noSpec: ["B44-101", "B44-102", "B44-103", "B44-104", "B44-105", "B44-106", "B44-107"],
  /** The server did not respond. This takes a while, and another request to it would likely fail as well. */
  noResponse: ["B44-102"],
  /** A reference cannot be resolved. If that is a warning, its target is missing from the generated code. */
  brokenReference: ["B44-108", "B44-109", "B44-110", "B44-112"],
  /** The locked copy of a spec is damaged. */
  damagedCopy: ["B44-702", "B44-703"],
  /** The locked copy of a spec is missing, damaged, or out of date. */
  copy: ["B44-701", "B44-702", "B44-703", "B44-704"],
  /** The lock was damaged. A run that reports this has rewritten it. */
  brokenLock: ["B44-605"],
  /** A file that a run would not overwrite differs from what it would write. */
  keptFile: ["B44-601", "B44-602", "B44-603", "B44-604", "B44-608", "B44-609", "B44-613", "B44-614", "B44-615"],
  /** A transport cannot carry an operation. */
  notCarried: ["B44-301", "B44-309"],
  /** A generated file differs from what a run would write. */
  drift: ["B44-710", "B44-711", "B44-712"],
  /** A change of a spec, or code that it breaks. */
  change: ["B44-720", "B44-721", "B44-722", "B44-723", "B44-724"],
} as const satisfies Record<string, readonly Code[]>;

/** True if a diagnostic is of a kind. */
export function isOfKind({ code }: Pick<Diagnostic, "code">, kind: keyof typeof KINDS): boolean {
  return (KINDS[kind] as readonly Code[]).includes(code);
}

/** True for a {@link DiagnosticError} whose diagnostics are all of a kind. */
export function isErrorOfKind(error: unknown, kind: keyof typeof KINDS): error is DiagnosticError {
  return error instanceof DiagnosticError && error.diagnostics.every((item) => isOfKind(item, kind));
}

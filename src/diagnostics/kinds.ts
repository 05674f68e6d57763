import { type Code, inputCatalogue, schemaCatalogue } from "./catalogue/index.js";
import { type Diagnostic, DiagnosticError } from "./diagnostic.js";

/** The codes that b44-gen itself goes by, and not only the user: what each kind means is decided here alone. */
const KINDS = {
  /** A spec is at fault, and neither the command nor the config. */
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
  /** No spec could be had from where it was: it did not come, or something else came. Its copy is as good as before. */
  noSpec: ["B44-101", "B44-102", "B44-103", "B44-104", "B44-105", "B44-106", "B44-107"],
  /** The network gave no answer, which takes a while, and whose next answer is likely to be the same. */
  noAnswer: ["B44-102"],
  /** A reference cannot be followed: as a warning, what it stands for is missing in what is written. */
  brokenReference: ["B44-108", "B44-109", "B44-110", "B44-112"],
  /** The copy of a spec is damaged. */
  damagedCopy: ["B44-702", "B44-703"],
  /** The copy of a spec is missing, damaged, or does not do. */
  copy: ["B44-701", "B44-702", "B44-703", "B44-704"],
  /** The lock was broken. A run that says so has rewritten it. */
  brokenLock: ["B44-605"],
  /** A file that a run would leave alone is not what it would write. */
  leftFile: ["B44-601", "B44-602", "B44-603", "B44-604", "B44-608", "B44-609", "B44-613", "B44-614", "B44-615"],
  /** A way to an API does not carry an operation. */
  notCarried: ["B44-301", "B44-309"],
  /** A generated file as a whole is not what a run would write. */
  drift: ["B44-710", "B44-711", "B44-712"],
  /** What changed in a spec, and what that breaks. */
  change: ["B44-720", "B44-721", "B44-722", "B44-723", "B44-724"],
} as const satisfies Record<string, readonly Code[]>;

/** Whether a diagnostic is of a kind. */
export function isOfKind({ code }: Pick<Diagnostic, "code">, kind: keyof typeof KINDS): boolean {
  return (KINDS[kind] as readonly Code[]).includes(code);
}

/** Whether what was thrown is a {@link DiagnosticError} whose diagnostics are all of a kind. */
export function isErrorOfKind(error: unknown, kind: keyof typeof KINDS): error is DiagnosticError {
  return error instanceof DiagnosticError && error.diagnostics.every((item) => isOfKind(item, kind));
}

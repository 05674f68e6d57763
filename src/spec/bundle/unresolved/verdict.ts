import { type Diagnostic, DiagnosticError } from "../../../diagnostics/index.js";
import type { OperationEntry, SelectedOperation } from "../../select/index.js";
import type { Fault } from "./unresolved.js";

/** The consequences of broken references, and of parts that exceed a limit, for the selected operations. */
export interface Verdict {
  /** The ids of the operations that are omitted. */
  leftOut: Set<string>;
  /** Warnings. */
  diagnostics: Diagnostic[];
}

/** The maximum number of operations that a message names. */
const MOST_NAMED = 3;

/**
 * Decides the consequences of broken references, and of parts that exceed a limit (docs/decisions/0008): operations that cannot be
 * called are omitted, others have an `unknown` type or lack a part. Each is a warning at the reference.
 *
 * @throws DiagnosticError with the faults as errors, if an operation that was selected by name cannot be called or needs a document
 * that could be made readable, if a document may be readable in the next run, or if no operation is left
 */
export function judge(
  faults: readonly Fault[],
  selected: readonly SelectedOperation[],
  reaching: (fault: Fault) => ReadonlySet<OperationEntry>,
): Verdict {
  const judged = faults.map((fault) => {
    const affected = reaching(fault);
    const operations = selected.filter(({ entry }) => affected.has(entry));
    return { fault, operations, isError: isError(fault, operations) };
  });
  const fatal = judged.filter(({ isError }) => isError);
  if (fatal.length > 0) throw new DiagnosticError(fatal.map(({ fault }) => fault.diagnostic));

  const lost = judged.filter(({ fault }) => fault.loss === "operation");
  const leftOut = new Set(lost.flatMap(({ operations }) => operations.map(({ entry }) => entry.id)));
  if (leftOut.size > 0 && selected.every(({ entry }) => leftOut.has(entry.id)))
    throw new DiagnosticError(lost.map(({ fault }) => fault.diagnostic));

  const diagnostics = judged.flatMap(({ fault, operations }) => {
    const ids = operations.map(({ entry }) => entry.id);
    if (fault.loss === "operation")
      return [asWarning(fault, `${list(ids)} ${ids.length === 1 ? "is" : "are"} skipped`)];
    const kept = ids.filter((id) => !leftOut.has(id));
    // All operations that the fault concerns are omitted anyway.
    if (ids.length > 0 && kept.length === 0) return [];
    const what = fault.loss === "type" ? "is typed unknown" : "is ignored";
    const where = kept.length === 0 ? "" : ` in ${list(kept)}`;
    return [asWarning(fault, `${fault.subject} ${what}${where}`)];
  });
  return { leftOut, diagnostics };
}

function isError({ diagnostic, loss, isPassing }: Fault, operations: readonly SelectedOperation[]): boolean {
  if (isPassing) return true;
  const couldBeRead = diagnostic.code === "B44-109" || diagnostic.code === "B44-110";
  return (couldBeRead || loss === "operation") && operations.some(({ named }) => named);
}

function asWarning({ diagnostic }: Fault, consequence: string): Diagnostic {
  return { ...diagnostic, severity: "warning", message: `${diagnostic.message.replace(/\.$/, "")}; ${consequence}.` };
}

function list(ids: readonly string[]): string {
  if (ids.length === 1) return ids[0] as string;
  if (ids.length <= MOST_NAMED) return `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
  const others = ids.length - MOST_NAMED + 1;
  return `${ids.slice(0, MOST_NAMED - 1).join(", ")} and ${others} other operations`;
}

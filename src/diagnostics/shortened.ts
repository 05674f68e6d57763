import type { Code } from "./catalogue/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { mergeSimilar, type ShownDiagnostic } from "./merge-similar.js";

/** The maximum number of diagnostics of one code that people are shown. A large spec can have hundreds. */
const MOST_OF_A_CODE = 5;

/** The diagnostics to show, and the number of omitted ones by code. */
interface ShownDiagnostics {
  shown: ShownDiagnostic[];
  left: ReadonlyMap<Code, number>;
}

/**
 * Shortens diagnostics for people: merges those that say the same, and shows only a few of each code, but all errors.
 */
export function shortenedForPeople(diagnostics: readonly Diagnostic[]): ShownDiagnostics {
  const counts = new Map<Code, number>();
  const left = new Map<Code, number>();
  const shown = mergeSimilar(diagnostics).filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (severity === "error" || count <= MOST_OF_A_CODE) return true;
    left.set(code, (left.get(code) ?? 0) + 1);
    return false;
  });
  return { shown, left };
}

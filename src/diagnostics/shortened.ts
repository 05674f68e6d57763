import type { Code } from "./catalogue/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { type ShownDiagnostic, sameOfSeveral } from "./same-of-several.js";

/** How many diagnostics of one code a person is shown: a large spec can have hundreds of the same kind. */
const MOST_OF_A_CODE = 5;

/** What a person is shown of diagnostics, and how many of which code are left out. */
interface ShownDiagnostics {
  shown: ShownDiagnostic[];
  left: ReadonlyMap<Code, number>;
}

/** Diagnostics for people: what several say is said once, and of one code only a few are shown, but all errors. */
export function shortenedForPeople(diagnostics: readonly Diagnostic[]): ShownDiagnostics {
  const counts = new Map<Code, number>();
  const left = new Map<Code, number>();
  const shown = sameOfSeveral(diagnostics).filter(({ code, severity }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (severity === "error" || count <= MOST_OF_A_CODE) return true;
    left.set(code, (left.get(code) ?? 0) + 1);
    return false;
  });
  return { shown, left };
}

import type { Pair } from "./finding.js";
import type { Subschema, View } from "./side/index.js";

/**
 * Compares `additionalProperties` (JSON Schema 2020-12, core, section 10.3.2.3). Without it, any properties are
 * allowed.
 */
export function compareAdditional(pair: Pair): void {
  const { before, after, direction } = pair;
  const wasClosed = before.additional?.schema === false;
  const isClosed = after.additional?.schema === false;
  if (wasClosed && isClosed) return;
  if (wasClosed) {
    pair.report("additional-properties-allowed", "may now have undeclared properties");
  } else if (isClosed && direction === "response" && before.additional !== undefined) {
    pair.reportAs("response-additional-properties-removed", "no longer has arbitrary properties");
  } else if (isClosed) {
    pair.report("additional-properties-forbidden", "may no longer have undeclared properties");
  } else if (before.additional || after.additional) {
    pair.follow({ step: { each: "value" }, before: additionalOf(before), after: additionalOf(after) });
  }
}

function additionalOf(view: View): Subschema {
  return view.additional ?? { schema: true, source: view.source };
}

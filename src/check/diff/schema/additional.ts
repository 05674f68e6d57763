import type { Pair } from "./finding.js";
import { isOpen } from "./open.js";
import type { Sides } from "./properties.js";
import type { Subschema, View } from "./side/index.js";

/**
 * Compares `additionalProperties` (JSON Schema 2020-12, core, section 10.3.2.3), and whether the generated type has
 * properties other than the declared ones. Without the keyword, any properties are allowed.
 */
export function compareAdditional(pair: Pair, sides: Sides): void {
  const { before, after, direction } = pair;
  const isClosed = after.additional?.schema === false;
  if (before.additional?.schema === false) {
    if (!isClosed) pair.report("additional-properties-allowed", "may now have undeclared properties");
    return;
  }
  const wasOpen = isOpen(before, { side: sides.before, direction, other: after });
  if (isClosed) {
    if (wasOpen) pair.report("additional-properties-removed", "no longer has arbitrary properties");
    else pair.report("additional-properties-forbidden", "may no longer have undeclared properties");
    return;
  }
  if (!wasOpen) return;
  if (!isOpen(after, { side: sides.after, direction, other: before })) {
    pair.report("additional-properties-undeclared", "no longer has a type for undeclared properties");
  }
  if (before.additional || after.additional) {
    pair.follow({ step: { each: "value" }, before: additionalOf(before), after: additionalOf(after) });
  }
}

function additionalOf(view: View): Subschema {
  return view.additional ?? { schema: true, source: view.source };
}

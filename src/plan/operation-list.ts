import { firstOf } from "../diagnostics/index.js";
import type { Operation } from "../ir/index.js";

/** How many operations a message names before it says "and N more". */
const NAMED = 3;

/** Operations as a message names them: `get:/a, get:/b, get:/c and 4 more`. */
export function operationList(operations: readonly Operation[]): string {
  return firstOf(
    operations.map(({ id }) => id),
    NAMED,
  );
}

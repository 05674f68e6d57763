import { firstOf } from "../diagnostics/index.js";
import type { Operation } from "../ir/index.js";

/** The number of operations that a message names before "and N more". */
const NAMED = 3;

/** Lists operations for a message: `get:/a, get:/b, get:/c and 4 more`. */
export function operationList(operations: readonly Operation[]): string {
  return firstOf(
    operations.map(({ id }) => id),
    NAMED,
  );
}

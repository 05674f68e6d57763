import type { Change } from "./model.js";

/** Returns the version that lacks the changed part, if only one has it. */
export function missingIn({ before, after }: { before?: unknown; after?: unknown }): Pick<Change, "missingIn"> {
  if ((before === undefined) === (after === undefined)) return {};
  return { missingIn: before === undefined ? "before" : "after" };
}

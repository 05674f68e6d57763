import type { Change } from "./model.js";

/** Which version does not have what changed, where only one has. */
export function missingIn({ before, after }: { before?: unknown; after?: unknown }): Pick<Change, "missingIn"> {
  if ((before === undefined) === (after === undefined)) return {};
  return { missingIn: before === undefined ? "before" : "after" };
}

import { type CallSite, followValue } from "../calls/index.js";
import { changesOf, isOfResponse, lastProperty } from "../changes/index.js";
import type { Finding, Search } from "../search.js";
import { atPlace, isUntyped } from "../types/index.js";

/**
 * Finds what breaking changes affect in results without types, for example of a raw call of an untyped client. Reading
 * a removed property is a broken place. If another changed part is read, or the result cannot be followed, the call is
 * listed.
 */
export function untypedResults(search: Search, calls: readonly CallSite[]): { places: Finding[]; calls: Finding[] } {
  const found: { places: Finding[]; calls: Finding[] } = { places: [], calls: [] };
  for (const { operation, call } of calls) {
    if (!isUntyped(search.checker.getTypeAtLocation(call))) continue;
    for (const change of changesOf(operation)) {
      const { place } = change;
      if (change.level !== "breaking" || !isOfResponse(change) || place.part !== "response") continue;
      const name = lastProperty(place.path);
      const { reads, isLost } = followValue(search.checker, call, [{ property: "data" }, ...place.path]);
      const after = search.types.after(operation);
      const isGone = after && atPlace(search.after.getTypeChecker(), after, change).found === "nothing";
      if (isGone && name !== undefined) {
        found.places.push(...reads.map((node) => ({ node, changes: [change], why: `${name} no longer exists.` })));
      }
      if (isLost || (reads.length > 0 && !isGone)) {
        found.calls.push({ node: call, changes: [change], why: "Its result has no types." });
      }
    }
  }
  return found;
}

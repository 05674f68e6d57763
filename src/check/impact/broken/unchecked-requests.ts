import type { ts } from "ts-morph";
import type { Change } from "../../diff/index.js";
import type { CallSite } from "../calls/index.js";
import { changesOf, type FitInput, isOfRequest, requestFit } from "../changes/index.js";
import type { Finding, Search } from "../search.js";

/**
 * Finds calls for which the compiler cannot determine whether a breaking change affects them: the arguments have no
 * types, or types do not show the change. Also finds calls that send something that the operation no longer accepts, if
 * the compiler allows it. `isBroken` returns true for calls that are reported already.
 */
export function uncheckedRequests(
  search: Search,
  { calls, isBroken }: { calls: readonly CallSite[]; isBroken: (call: ts.Node, change: Change) => boolean },
): Finding[] {
  return calls.flatMap((site) =>
    changesOf(site.operation)
      .filter((change) => change.level !== "safe" && !isBroken(site.call, change))
      .flatMap((change) => unchecked({ search, site, change }) ?? []),
  );
}

function unchecked(input: FitInput): Finding | undefined {
  const { search, site, change } = input;
  const at = (node: ts.Node, why: string): Finding => ({ node, changes: [change], why });
  const { fit, written } = isOfRequest(change) ? requestFit(input) : { fit: undefined, written: undefined };
  if (fit === "dropped")
    return at(written ?? site.call, "The call still sends it, but the operation no longer accepts it.");
  if (change.level !== "breaking" || change.place.part === "operation") return undefined;
  if (fit === "untyped") return at(site.call, "Its arguments have no types.");
  const isShown = "path" in change.place && search.types.show(site.operation, change);
  if (isShown || (fit && !written)) return undefined;
  return at(written ?? site.call, `${change.message.replace(/\.$/, "")}. TypeScript does not report this.`);
}

import type { ts } from "ts-morph";
import type { Change } from "../../diff/index.js";
import { type CallSite, isCustomCall } from "../calls/index.js";
import { changesOf, isOfOperation, isOfRequest, requestFit, worst } from "../changes/index.js";
import { counterpart, type Finding, type Search } from "../search.js";
import { isUntyped } from "../types/index.js";

/**
 * Finds raw `custom.call`s that no longer match their operation: the operation was removed, or does not accept the
 * arguments. The compiler reports an error only where their results are used, so they are searched for separately.
 */
export function brokenRawCalls(search: Search, calls: readonly CallSite[]): Finding[] {
  return calls.filter(({ call }) => isCustomCall(call)).flatMap((site) => brokenRawCall(search, site) ?? []);
}

function brokenRawCall(search: Search, site: CallSite): Finding | undefined {
  const { operation, call } = site;
  const changes = changesOf(operation);
  if (!operation.api.after.has(operation.id)) {
    const gone = changes.filter((change) => isOfOperation(change) || isOfPath(change));
    const why = `The operation ${operation.id} no longer exists.`;
    return { node: call.arguments[1] ?? call, changes: worst(gone.length > 0 ? gone : changes), why };
  }
  const requested = changes.filter(isOfRequest);
  const unfit = requested.filter((change) => {
    const { fit } = requestFit({ search, site, change });
    return fit === "broken" || fit === "dropped";
  });
  const isBroken = isUntyped(search.checker.getTypeAtLocation(call)) ? unfit.length > 0 : becomesUnfit(search, call);
  if (!isBroken) return undefined;
  const why = `The arguments of ${operation.id} changed.`;
  return { node: call.arguments[2] ?? call, changes: worst(unfit.length > 0 ? unfit : requested), why };
}

function isOfPath({ place }: Change): boolean {
  return place.part === "parameter" && place.in === "path";
}

function becomesUnfit({ before, after }: Search, call: ts.CallExpression): boolean {
  const same = counterpart(call, after);
  return same !== undefined && !isUnfit(before, call) && isUnfit(after, same);
}

/** True if the type of a raw call's result says that the arguments are wrong. */
function isUnfit(program: ts.Program, call: ts.CallExpression): boolean {
  const checker = program.getTypeChecker();
  const result = checker.getAwaitedType(checker.getTypeAtLocation(call));
  return result !== undefined && !isUntyped(result) && result.symbol?.name === "WrongArguments";
}

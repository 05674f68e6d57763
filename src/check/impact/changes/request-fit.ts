import { ts } from "ts-morph";
import type { Change } from "../../diff/index.js";
import { type CallSite, passedArguments } from "../calls/index.js";
import { counterpart, type Search } from "../search.js";
import { argumentSteps, atPlace, typeAtPath } from "../types/index.js";

/**
 * The relation of a call to a change of its request. `fits`: the call does not pass the changed part, or passes a valid
 * value. `broken`: it lacks a required part, or passes an invalid value. `dropped`: it passes something that is now
 * ignored. `untyped`: the passed value has no type.
 */
type RequestFit = "fits" | "broken" | "dropped" | "untyped";

/** The input of {@link requestFit}. */
export interface FitInput {
  search: Search;
  site: CallSite;
  change: Change;
}

/**
 * Determines the relation of a call to a change of its request, and finds the expression that the app assigns to the
 * changed property (undefined if it is not written there).
 */
export function requestFit({ search, site, change }: FitInput): { fit: RequestFit; written?: ts.Expression } {
  const steps = argumentSteps(change);
  if (!steps) return { fit: "fits" };
  const passed = passedArguments(search.checker, site);
  const passedType = passed && search.checker.getTypeAtLocation(passed);
  const value = passedType ? typeAtPath(search.checker, passedType, steps) : { found: "nothing" as const };
  if (value.found === "untyped") return { fit: "untyped" };
  const written = value.found === "value" ? writtenAt(value.symbol) : undefined;

  const after = search.types.after(site.operation);
  if (!after) return { fit: value.found === "value" ? "broken" : "fits", written };
  const target = atPlace(search.after.getTypeChecker(), after, change);
  if (target.found === "nothing") return { fit: value.found === "value" ? "dropped" : "fits", written };
  if (target.found !== "value") return { fit: "fits", written };
  if (value.found === "nothing") {
    const isOptional = ((target.symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
    const parent = passedType && typeAtPath(search.checker, passedType, steps.slice(0, -1));
    const isReached = steps.length <= 2 || parent?.found === "value";
    return { fit: isReached && !isOptional ? "broken" : "fits" };
  }
  return { fit: fitOf({ search, site, change }, written), written };
}

/** A value that did not match the old type either is one whose type says too little. */
function fitOf({ search, site, change }: FitInput, written: ts.Expression | undefined): RequestFit {
  if (!written) return "fits";
  const fits = (version: "before" | "after"): boolean => {
    const checker = search[version].getTypeChecker();
    const node = counterpart(written, search[version]);
    const signature = search.types[version](site.operation);
    const target = signature && atPlace(checker, signature, change);
    if (!node || target?.found !== "value") return true;
    const type = checker.getTypeAtLocation(node);
    return target.types.some((one) => checker.isTypeAssignableTo(type, one));
  };
  if (fits("after")) return "fits";
  return fits("before") ? "broken" : "untyped";
}

/** The expression that the app assigns to a property, if it is written out. */
function writtenAt(symbol: ts.Symbol | undefined): ts.Expression | undefined {
  const declaration = symbol?.declarations?.[0];
  if (!declaration) return undefined;
  if (ts.isPropertyAssignment(declaration)) return declaration.initializer;
  return ts.isShorthandPropertyAssignment(declaration) ? declaration.name : undefined;
}

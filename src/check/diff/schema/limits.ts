import { LIMITS, type Limit } from "../kinds/index.js";
import type { Pair } from "./finding.js";
import { type Bound, isTighter } from "./side/index.js";
import { valueText } from "./words.js";

/** Compares the limits of numbers, strings, arrays and objects (JSON Schema 2020-12, validation, section 6). */
export function compareLimits(pair: Pair): void {
  for (const limit of Object.keys(LIMITS) as Limit[]) {
    if (limit === "pattern") comparePatterns(pair);
    else if (limit === "unique-items") compareUnique(pair);
    else compareBound(pair, limit);
  }
}

function compareBound(pair: Pair, limit: Exclude<Limit, "pattern" | "unique-items">): void {
  const was = pair.before.bounds.get(limit);
  const is = pair.after.bounds.get(limit);
  if (was === undefined && is === undefined) return;
  if (was && is && was.value === is.value && was.isExclusive === is.isExclusive) return;
  report(pair, limit, { was: boundText(was), is: boundText(is), isTighter: tightens(pair, limit, was, is) });
}

/**
 * Decides whether a changed limit counts as tightened. If it is neither tighter nor looser, the worse counts: tightened
 * in a request, loosened in a response.
 */
function tightens({ direction }: Pair, ...[limit, was, is]: [Limit, Bound | undefined, Bound | undefined]): boolean {
  if (was === undefined || is === undefined) return was === undefined;
  if (limit !== "multiple-of") return isTighter(is, was, limit.startsWith("max"));
  if (isMultiple(is.value, was.value)) return true;
  return isMultiple(was.value, is.value) ? false : direction === "request";
}

/** True if a number is a multiple of another one. Tolerates rounding of fractions: 0.3 / 0.1 is not exactly 3. */
function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return times >= 1 - ROUNDING && Math.abs(times - Math.round(times)) <= times * ROUNDING;
}

const ROUNDING = 1e-12;

function comparePatterns(pair: Pair): void {
  const was = pair.before.patterns.join(" and ");
  const is = pair.after.patterns.join(" and ");
  if (was === is) return;
  if (was !== "" && is !== "") {
    const predicate = `had the pattern ${valueText(was)} and now has the pattern ${valueText(is)}`;
    pair.report("pattern-changed", predicate);
    return;
  }
  const text = (pattern: string) => (pattern === "" ? "none" : valueText(pattern));
  report(pair, "pattern", { was: text(was), is: text(is), isTighter: was === "" });
}

function compareUnique(pair: Pair): void {
  const { hasUniqueItems: was } = pair.before;
  const { hasUniqueItems: is } = pair.after;
  if (was !== is) report(pair, "unique-items", { was: String(was), is: String(is), isTighter: is });
}

function report(pair: Pair, limit: Limit, change: { was: string; is: string; isTighter: boolean }): void {
  const how = change.isTighter ? ("tightened" as const) : ("loosened" as const);
  pair.report(`${limit}-${how}`, `has a changed limit: ${LIMITS[limit]} was ${change.was} and is now ${change.is}`);
}

function boundText(bound: Bound | undefined): string {
  if (bound === undefined) return "without limit";
  return bound.isExclusive ? `${bound.value} (not included)` : String(bound.value);
}

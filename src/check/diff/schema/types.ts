import type { Pair } from "./finding.js";
import { isAny, type View } from "./side/index.js";
import { typeText } from "./words.js";

/**
 * Compares the types that two schemas allow (JSON Schema 2020-12, validation, section 6.1.1), except null.
 * @returns false if they have no type in common, so that nothing else needs to be compared
 */
export function compareTypes(pair: Pair): boolean {
  const { before, after, direction } = pair;
  const predicate = `was ${typeText(before)} and is now ${typeText(after)}`;
  const [wasAny, isNowAny] = [isAny(before), isAny(after)];
  if (wasAny || isNowAny) {
    if (wasAny !== isNowAny) {
      const narrowed = direction === "request" ? "request-type-narrowed" : "response-type-added";
      pair.reportAs(isNowAny ? `${direction}-type-widened` : narrowed, predicate);
    }
    return false;
  }
  const widens = covers(after, before);
  const narrows = covers(before, after);
  if (widens && narrows) return true;
  if (!widens && !narrows) pair.report("type-changed", predicate);
  else if (direction === "response" && isFraction(before, after))
    pair.reportAs("response-integer-became-number", predicate);
  else if (direction === "response" && isFraction(after, before))
    pair.reportAs("response-number-became-integer", predicate);
  else pair.report(narrows ? "type-narrowed" : "type-widened", predicate);
  return widens || narrows || overlaps(before, after);
}

/** True if the first view allows all types of the second. */
export function covers({ types }: View, other: View): boolean {
  if (types === undefined) return true;
  if (other.types === undefined) return false;
  return [...other.types].every((type) => types.has(type) || (type === "integer" && types.has("number")));
}

function overlaps(a: View, b: View): boolean {
  return a.types === undefined || [...a.types].some((type) => b.types?.has(type));
}

/** True if the only change is from `integer` to `number`. */
function isFraction(before: View, after: View): boolean {
  const { types: was } = before;
  const { types: is } = after;
  return was !== undefined && is !== undefined && was.has("integer") && is.has("number") && was.size === is.size;
}

/** Compares whether null is allowed. A schema that does not say so matches either. */
export function compareNull(pair: Pair): void {
  const { before, after } = pair;
  const { isNullable: was } = before;
  const { isNullable: is } = after;
  if (was === undefined || is === undefined || was === is) return;
  if (is) pair.report("became-nullable", "may now be null");
  else pair.report("became-not-nullable", "may no longer be null");
}

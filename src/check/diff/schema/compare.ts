import { compareAdditional } from "./additional.js";
import { compareConditions } from "./conditions.js";
import type { Pair } from "./finding.js";
import { compareFormat } from "./format.js";
import { compareItems } from "./items.js";
import { compareLimits } from "./limits.js";
import { compareProperties, type Sides } from "./properties.js";
import { isAny, type View } from "./side/index.js";
import { compareNull, compareTypes } from "./types.js";
import { compareUnions, compareWithSingle } from "./unions.js";
import { compareValues } from "./values.js";

/**
 * Compares one level of two schemas. Adds the changes to `pair.findings`, and the pairs of subschemas that remain to be
 * compared to `pair.follows`.
 */
export function comparePair(pair: Pair, sides: Sides): void {
  compareNames(pair, sides);
  const { before, after } = pair;
  if (!isAny(before) && !isAny(after)) {
    compareNull(pair);
    if (compareWithSingle(pair, sides)) return;
  }
  if (!compareTypes(pair)) return;
  compareValues(pair);
  compareFormat(pair);
  compareLimits(pair);
  compareConditions(pair);
  compareUnions(pair, sides);
  if (allow("object", before, after)) {
    compareProperties(pair, sides);
    compareAdditional(pair, sides);
  }
  if (allow("array", before, after)) compareItems(pair);
}

function allow(type: string, ...views: View[]): boolean {
  return views.every(({ types }) => types === undefined || types.has(type));
}

/**
 * Reports a renamed schema, because its generated type is renamed. A name that still exists in the new version does not
 * count.
 */
function compareNames(pair: Pair, sides: Sides): void {
  const [was, is] = [pair.before, pair.after].map(({ named }) =>
    pair.direction === "request" ? named?.requestName : named?.name,
  );
  if (was === undefined || is === undefined || was === is || sides.after.hasType(was)) return;
  pair.report("schema-renamed", `was a ${was} and is now a ${is}`);
}

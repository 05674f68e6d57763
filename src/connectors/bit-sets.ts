/** Sets of small numbers as the bits of a bigint, which the search for scopes can compare quickly. */

/** True if the first set is a subset of the second. */
export function isSubset(set: bigint, of: bigint): boolean {
  return (set & of) === set;
}

/** The number of elements in a set. */
export function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}

/** True if the first of two sets of equal size precedes the second when their elements are compared in order. */
export function comesBefore(set: bigint, other: bigint): boolean {
  const differing = set ^ other;
  return (differing & -differing & set) !== 0n;
}

/** Removes duplicates, and sets that are supersets of another one. */
export function minimalSets(sets: readonly bigint[]): bigint[] {
  const distinct = [...new Set(sets)];
  return distinct.filter((set) => !distinct.some((other) => other !== set && isSubset(other, set)));
}

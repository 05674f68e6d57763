/** Sets of small numbers as the bits of a bigint, so that a search can compare them quickly. */

/** Whether the first set has no element that the second one lacks. */
export function isSubset(set: bigint, of: bigint): boolean {
  return (set & of) === set;
}

/** How many elements a set has. */
export function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}

/** Whether of two sets of one size the first comes before the second when their elements are compared in order. */
export function comesBefore(set: bigint, other: bigint): boolean {
  const differing = set ^ other;
  return (differing & -differing & set) !== 0n;
}

/** The sets without doubles and without those that hold another one of them. */
export function minimalSets(sets: readonly bigint[]): bigint[] {
  const distinct = [...new Set(sets)];
  return distinct.filter((set) => !distinct.some((other) => other !== set && isSubset(other, set)));
}

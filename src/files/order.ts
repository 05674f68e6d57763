/** Compares strings by UTF-16 code units, which does not depend on a locale. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

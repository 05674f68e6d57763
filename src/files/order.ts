/** Compares by UTF-16 code units: the one order that no locale changes. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

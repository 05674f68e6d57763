/** Compares by UTF-16 code units: the one order that no locale changes. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

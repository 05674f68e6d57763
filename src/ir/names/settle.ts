/** Something that needs a name, with the names it would like, best first. The last one must be its alone. */
export interface Candidate {
  names: string[];
}

/** Whether names that differ only by case are told apart: types are, what may become a file name is not. */
export type CaseRule = "exact" | "fold";

/**
 * Settles names so that no two are the same by the case rule, and none is taken. Whoever clashes goes on to
 * the next name of its list, all of the clashing ones alike, so the outcome depends neither on order nor on counters.
 * Returns the names in the order of the candidates.
 */
export function settleNames(
  candidates: readonly Candidate[],
  taken: (name: string) => boolean,
  rule: CaseRule = "fold",
): string[] {
  const level = candidates.map(() => 0);
  const last = (index: number) => (candidates[index]?.names.length ?? 1) - 1;
  const nameOf = (index: number) => candidates[index]?.names[Math.min(level[index] ?? 0, last(index))] ?? "";
  for (let clashing = true; clashing; ) {
    clashing = false;
    const users = new Map<string, number[]>();
    candidates.forEach((_, index) => {
      const folded = rule === "fold" ? nameOf(index).toLowerCase() : nameOf(index);
      const same = users.get(folded);
      if (same) same.push(index);
      else users.set(folded, [index]);
    });
    for (const same of users.values()) {
      for (const index of losers(same, level, nameOf, taken)) {
        if ((level[index] ?? 0) >= last(index)) continue;
        level[index] = (level[index] ?? 0) + 1;
        clashing = true;
      }
    }
  }
  return candidates.map((_, index) => nameOf(index));
}

/** Those who must try another name: all that share one, but for a single one that was content with an earlier wish. */
function losers(
  same: number[],
  level: number[],
  nameOf: (index: number) => string,
  taken: (name: string) => boolean,
): number[] {
  const refused = same.filter((index) => taken(nameOf(index)));
  if (refused.length > 0) return refused;
  if (same.length === 1) return [];
  const lowest = Math.min(...same.map((index) => level[index] ?? 0));
  const first = same.filter((index) => level[index] === lowest);
  return first.length === 1 ? same.filter((index) => index !== first[0]) : same;
}

import { comesBefore, isSubset, minimalSets, sizeOf } from "./bit-sets.js";
import type { Choice, Group } from "./choice.js";

/** A set that meets some or all requirements. */
interface Candidate {
  union: bigint;
  /** The number of operations that the set unlocks. It never decreases when the set grows. */
  cost: number;
  size: number;
}

/**
 * Finds the least set of one group by branch and bound. Each step meets the open requirement with the fewest possible
 * extensions in each of these ways, cheapest first, so the first complete set is a greedy one. A branch is abandoned if
 * its cost exceeds that of the best complete set. `spent` counts comparisons of a set with a choice; after `effort` of
 * them, the result is the best complete set so far.
 */
export function searchGroup({ requirements, unlockable }: Group, effort: number): { union: bigint; spent: number } {
  const seen = new Set<bigint>();
  let best: Candidate | undefined;
  let spent = 0;

  const candidate = (union: bigint): Candidate => {
    spent += requirements.length + unlockable.length;
    let cost = 0;
    for (const { sets, weight } of unlockable) if (meets(sets, union)) cost += weight;
    return { union, cost, size: sizeOf(union) };
  };

  const visit = (current: Candidate): void => {
    if (seen.has(current.union)) return;
    if (best && spent > effort) return;
    seen.add(current.union);
    const ways = fewestWays(requirements, current.union);
    if (!ways) {
      if (!best || isLess(current, best)) best = current;
      return;
    }
    const next = ways.map((missing) => candidate(current.union | missing)).sort(byCost);
    for (const further of next) {
      const hopeless = best && (further.cost > best.cost || (further.cost === best.cost && further.size > best.size));
      if (!hopeless) visit(further);
    }
  };

  visit(candidate(0n));
  return { union: best?.union ?? 0n, spent };
}

function meets(sets: Choice, union: bigint): boolean {
  return sets.some((set) => isSubset(set, union));
}

/** The possible extensions for the open requirement that has the fewest; undefined if no requirement is open. */
function fewestWays(requirements: readonly Choice[], union: bigint): bigint[] | undefined {
  let fewest: Choice | undefined;
  for (const sets of requirements) {
    if (fewest && sets.length >= fewest.length) continue;
    if (!meets(sets, union)) fewest = sets;
  }
  return fewest && minimalSets(fewest.map((set) => set & ~union));
}

function isLess(one: Candidate, other: Candidate): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost;
  return one.size === other.size ? comesBefore(one.union, other.union) : one.size < other.size;
}

function byCost(one: Candidate, other: Candidate): number {
  if (one.union === other.union) return 0;
  return isLess(one, other) ? -1 : 1;
}

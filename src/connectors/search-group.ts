import { comesBefore, isSubset, minimalSets, sizeOf } from "./bit-sets.js";
import type { Choice, Group } from "./choice.js";

/** A set on the way to meeting every requirement, or one that does. */
interface Candidate {
  union: bigint;
  /** How many operations it unlocks. It never falls when the set grows. */
  cost: number;
  size: number;
}

/**
 * The least set of one group by branch and bound: it meets the open requirement with the fewest ways on in each of these
 * ways, cheapest first, so that the first whole set is a greedy one. A way is given up where it already costs more than
 * the best whole set. `spent` counts the choices that sets were compared with; past `effort` of them the best whole set so
 * far is the answer.
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

/** What is missing for the open requirement that has the fewest ways on; undefined where none is open. */
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

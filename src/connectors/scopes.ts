import { type Alternatives, sortedScopes } from "./alternatives.js";
import type { Choice } from "./choice.js";
import { leastUnion } from "./least-union.js";
import { narrowestFirst } from "./narrowest-first.js";

/** What {@link leastScopes} is asked. */
interface ScopeQuestion {
  /** Of each operation that has to be callable its alternatives. */
  selected: readonly Alternatives[];
  /** Of each operation of the whole spec its alternatives, those of the selected ones included. */
  all: readonly Alternatives[];
  /** Whether a scope is to be avoided, because it does not work in practice or opens more than the API. */
  unusable: (scope: string) => boolean;
  /** How many times a set of scopes may be compared with an operation. 2,000,000 unless it says something else. */
  effort?: number;
}

/** The scopes to ask for. */
interface LeastScopes {
  /** Sorted by code unit. */
  scopes: string[];
  /** Those of the scopes that are to be avoided, needed by operations that offer nothing else; sorted. */
  unavoidable: string[];
}

/**
 * The scopes of least privilege: of the sets that satisfy every selected operation the one that unlocks the fewest
 * operations of the whole spec; of these the one with the fewest scopes; of these the one with the narrowest scopes, as far
 * as names tell ({@link narrowestFirst}), and then the first by code unit. Alternatives with an unusable scope do not
 * count for an operation that has others.
 *
 * The search is exact: branch and bound over the distinct requirements, independent groups of scopes apart. It is
 * exponential in the worst case, which published specs are far from (they take milliseconds); past `effort`, after about
 * half a second, it ends with the best set that it has found.
 */
export function leastScopes({ selected, all, unusable, effort = 2_000_000 }: ScopeQuestion): LeastScopes {
  const requirements = selected.map((alternatives) => usableAlternatives(alternatives, unusable));
  const names = narrowestFirst(sortedScopes(requirements.flat(2)));
  const bits = new Map(names.map((name, index) => [name, 1n << BigInt(index)]));
  const union = leastUnion({
    requirements: requirements.flatMap((alternatives) => choices(alternatives, bits)),
    unlockable: all.flatMap((alternatives) => choices(alternatives, bits)),
    effort,
  });
  const scopes = sortedScopes(names.filter((name) => ((bits.get(name) ?? 0n) & union) !== 0n));
  return { scopes, unavoidable: scopes.filter(unusable) };
}

/** The alternatives of an operation without those that have an unusable scope, or all where nothing else is left. */
function usableAlternatives(alternatives: Alternatives, unusable: (scope: string) => boolean): Alternatives {
  const usable = alternatives.filter((scopes) => !scopes.some(unusable));
  return usable.length > 0 ? usable : alternatives;
}

/**
 * An operation as a choice between sets of bits. None for an operation that needs no scope, which is a matter of course,
 * and for one whose scopes are none of these, which stays out of reach.
 */
function choices(alternatives: Alternatives, bits: ReadonlyMap<string, bigint>): [Choice] | [] {
  const sets: bigint[] = [];
  for (const scopes of alternatives) {
    if (scopes.length === 0) return [];
    const set = scopes.map((scope) => bits.get(scope));
    if (set.every((bit) => bit !== undefined)) sets.push(set.reduce((union, bit) => union | bit, 0n));
  }
  return sets.length > 0 ? [sets] : [];
}

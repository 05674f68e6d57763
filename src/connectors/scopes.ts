import { type Alternatives, sortedScopes } from "./alternatives.js";
import type { Choice } from "./choice.js";
import { leastUnion } from "./least-union.js";
import { narrowestFirst } from "./narrowest-first.js";

/** The input of {@link leastScopes}. */
interface ScopeQuestion {
  /** The alternatives of each operation that has to be callable. */
  selected: readonly Alternatives[];
  /** The alternatives of every operation of the spec, including the selected ones. */
  all: readonly Alternatives[];
  /** True for scopes to avoid, because they do not work in practice or grant access to more than the API. */
  unusable: (scope: string) => boolean;
  /** The maximum number of comparisons of a set of scopes with an operation. The default is 2,000,000. */
  effort?: number;
}

/** The scopes to request. */
interface LeastScopes {
  /** Sorted by code unit. */
  scopes: string[];
  /** The scopes to avoid among these, needed by operations that offer no others; sorted. */
  unavoidable: string[];
}

/**
 * Returns the scopes of least privilege: the set that satisfies every selected operation and unlocks the fewest
 * operations of the whole spec; among these, the one with the fewest scopes; among these, the one with the narrowest
 * scopes by name ({@link narrowestFirst}), and then the first by code unit. Alternatives with an unusable scope count
 * only for operations that have no others.
 *
 * The search is exact: branch and bound over the distinct requirements, separately for independent groups of scopes. It
 * is exponential in the worst case, which published specs do not approach (they take milliseconds). After `effort`
 * comparisons, about half a second, it returns the best set so far.
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

/** The alternatives of an operation without unusable scopes, or all of them if every one has such a scope. */
function usableAlternatives(alternatives: Alternatives, unusable: (scope: string) => boolean): Alternatives {
  const usable = alternatives.filter((scopes) => !scopes.some(unusable));
  return usable.length > 0 ? usable : alternatives;
}

/**
 * An operation as a choice between sets of bits. Empty for an operation that needs no scope and thus is always
 * unlocked, and for one whose scopes are not among these and thus cannot be unlocked.
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

import { type Alternatives, isSatisfied, sortedScopes } from "./alternatives.js";

/** The scopes that a connector has, and those that the operations need. */
interface ScopeDifference {
  /** The scopes that a connector has. */
  present: readonly string[];
  /** The scopes that would be written for the operations. */
  needed: readonly string[];
  /** The alternatives of each operation. */
  alternatives: readonly Alternatives[];
}

/**
 * Returns the needed scopes to add: only as many as make every operation callable that they can. A scope that no
 * operation mentions (from the config) is added if it is not present.
 */
export function missingScopes({ present, needed, alternatives }: ScopeDifference): string[] {
  const known = new Set(alternatives.flat(2));
  const wanted = satisfiable(alternatives, [...present, ...needed]);
  const granted = new Set([...present, ...needed]);
  const absent = sortedScopes(needed).filter((scope) => !present.includes(scope));
  return absent.filter((scope) => !known.has(scope) || !isSpare(scope, granted, wanted));
}

/**
 * Returns the present scopes that no operation needs; never one of `needed`. If either of two can be removed, it is the
 * one that more operations mention, which is the broader one.
 */
export function superfluousScopes({ present, needed, alternatives }: ScopeDifference): ReadonlySet<string> {
  const granted = new Set([...present, ...needed]);
  const wanted = satisfiable(alternatives, granted);
  const sets = alternatives.flat();
  const candidates = [...new Set(present)]
    .filter((scope) => !needed.includes(scope))
    .map((scope) => ({ scope, mentions: sets.filter((set) => set.includes(scope)).length }))
    .sort((a, b) => b.mentions - a.mentions);
  return new Set(candidates.filter(({ scope }) => isSpare(scope, granted, wanted)).map(({ scope }) => scope));
}

function satisfiable(alternatives: readonly Alternatives[], scopes: Iterable<string>): Alternatives[] {
  const granted = new Set(scopes);
  return alternatives.filter((operation) => isSatisfied(operation, granted));
}

/** Removes a scope from `granted` if every operation can be called without it. Returns true if it does. */
function isSpare(scope: string, granted: Set<string>, wanted: readonly Alternatives[]): boolean {
  granted.delete(scope);
  if (wanted.every((operation) => isSatisfied(operation, granted))) return true;
  granted.add(scope);
  return false;
}

import { type Alternatives, isSatisfied, sortedScopes } from "./alternatives.js";

/** Scopes that there are, scopes that are asked for, and what the operations need. */
interface ScopeDifference {
  /** The scopes that a connector has. */
  present: readonly string[];
  /** The scopes that would be written for the operations. */
  needed: readonly string[];
  /** Of each operation its alternatives. */
  alternatives: readonly Alternatives[];
}

/**
 * The needed scopes that have to be added: no more of them than it takes for every operation that they can satisfy. What
 * the operations know nothing of (a scope that the config names) is added whenever it is not there.
 */
export function missingScopes({ present, needed, alternatives }: ScopeDifference): string[] {
  const known = new Set(alternatives.flat(2));
  const wanted = satisfiable(alternatives, [...present, ...needed]);
  const granted = new Set([...present, ...needed]);
  const absent = sortedScopes(needed).filter((scope) => !present.includes(scope));
  return absent.filter((scope) => !known.has(scope) || !isSpare(scope, granted, wanted));
}

/**
 * The present scopes that no operation would miss; never a needed one. Of two that could stand for each other the one that
 * the operations mention more often goes, which is the broader one.
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

/** Takes a scope away if every operation can do without it; else leaves it. */
function isSpare(scope: string, granted: Set<string>, wanted: readonly Alternatives[]): boolean {
  granted.delete(scope);
  if (wanted.every((operation) => isSatisfied(operation, granted))) return true;
  granted.add(scope);
  return false;
}

import { isObject, type JsonObject } from "../../../json/index.js";

/** A set of property names. */
export type Names = ReadonlySet<string>;

/** The empty set of names. */
export const NO_NAMES: Names = new Set();

/** Returns the properties that a schema declares by itself. */
export function declaredBy({ properties }: JsonObject): string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}

/**
 * The maximum number of names that are copied into unions. Only specs in which each of very many schemas adds names to
 * all others reach it.
 */
const MOST_COPIED = 1_000_000;

/**
 * Unites sets of names. Shares a set if the others add nothing to it; once too many names were copied, a union is its
 * first set.
 */
export class NameUnions {
  #copied = 0;

  /** Returns the union of the sets. */
  of(lists: readonly Names[]): Names {
    const [first, ...others] = new Set(lists.filter(({ size }) => size > 0));
    if (first === undefined) return NO_NAMES;
    if (others.every((names) => isWithin(names, first))) return first;
    this.#copied += first.size;
    if (this.#copied > MOST_COPIED) return first;
    const united = new Set(first);
    for (const names of others) for (const name of names) united.add(name);
    this.#copied += united.size;
    return united;
  }
}

function isWithin(names: Names, others: Names): boolean {
  if (names.size > others.size) return false;
  for (const name of names) if (!others.has(name)) return false;
  return true;
}

import { isObject, type JsonObject } from "../../../json/index.js";

/** Names of properties. */
export type Names = ReadonlySet<string>;

/** No name at all. */
export const NO_NAMES: Names = new Set();

/** The properties that a schema declares by itself. */
export function declaredBy({ properties }: JsonObject): string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}

/** So many names are copied to unite them: only where each of very many schemas adds some to those of all others are there more. */
const MOST_COPIED = 1_000_000;

/** Unites names: shared as long as others add none, and those of the first alone as soon as too many were copied. */
export class NameUnions {
  #copied = 0;

  /** The names of all. */
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

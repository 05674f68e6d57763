import type { Names } from "../types/index.js";

/**
 * So many names are listed in all for parts that limit others, of what is declared around them; where specs have more
 * (each of many parts within many objects), parts allow any, and the API decides.
 */
const MOST_LISTED = 20_000;

/** The names that the checks of an API list for parts that limit others. */
export class ListedNames {
  #count = 0;

  /** Whether names are no longer listed. */
  get isFull(): boolean {
    return this.#count > MOST_LISTED;
  }

  /** Names that are listed now; undefined, for any, as soon as they are too many in all. */
  list(names: Names | undefined): Names | undefined {
    if (names === undefined || names.size === 0) return names;
    if (!this.isFull) this.#count += names.size;
    return this.isFull ? undefined : names;
  }
}

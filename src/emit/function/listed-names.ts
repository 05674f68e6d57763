import type { Names } from "../types/index.js";

/**
 * The maximum number of names that an API's checks list in all. If a spec needs more (many objects with many parts
 * each), parts allow any property, and the API decides.
 */
const MOST_LISTED = 20_000;

/**
 * Counts the names that checks list for parts that forbid additional properties, and stops listing if there are too
 * many.
 */
export class ListedNames {
  #count = 0;

  /** True if the limit is reached. */
  get isFull(): boolean {
    return this.#count > MOST_LISTED;
  }

  /** Counts names and returns them; returns undefined (any name) once the limit is reached. */
  list(names: Names | undefined): Names | undefined {
    if (names === undefined || names.size === 0) return names;
    if (!this.isFull) this.#count += names.size;
    return this.isFull ? undefined : names;
  }
}

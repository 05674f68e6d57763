import { closest } from "../diagnostics/index.js";

/** Longer names are misspelt in other ways, and take time to compare. */
const LONGEST = 20;

/** How much of a name may be misspelt. */
const MISSPELT = 1 / 5;

/** A spec can have any number of names. */
const MOST_REMEMBERED = 1_000;

/** Stands for a name that is meant as it is written. */
const AS_WRITTEN = "";

/** What the names of fields or keywords are meant to be. Few are ever written, so what was found out of one is kept. */
export class MeantNames {
  readonly #names: readonly string[];
  readonly #found: Map<string, string>;
  readonly #find: (name: string) => string | undefined;

  /**
   * @param names what others may be misspellings of
   * @param find gives what is meant by a name in another way; it comes first
   */
  constructor(names: Iterable<string>, find: (name: string) => string | undefined) {
    this.#names = [...names];
    this.#found = new Map([...this.#names, "title"].map((name) => [name, AS_WRITTEN]));
    this.#find = find;
  }

  /** The name that another one is likely meant to be: in other case, or with a slip. Undefined for one that is meant itself. */
  of(written: string): string | undefined {
    const found = this.#found.get(written) ?? this.#search(written);
    return found === AS_WRITTEN ? undefined : found;
  }

  #search(written: string): string {
    if (written.length > LONGEST || written.startsWith("x-")) return AS_WRITTEN;
    const meant = this.#find(written) ?? closest(written.trim(), this.#names, MISSPELT) ?? AS_WRITTEN;
    if (this.#found.size < MOST_REMEMBERED) this.#found.set(written, meant);
    return meant;
  }
}

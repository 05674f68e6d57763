import { closest } from "../diagnostics/index.js";

/** Longer names are misspelt in other ways, and take time to compare. */
const LONGEST = 20;

/** How much of a name may be misspelt. */
const MISSPELT = 1 / 5;

/** A spec can have any number of names. */
const MOST_REMEMBERED = 1_000;

/** In the cache: the name is not a misspelling. */
const AS_WRITTEN = "";

/** Finds the field or keyword that a misspelt name stands for. Specs use few different names, so results are remembered. */
export class MeantNames {
  readonly #names: readonly string[];
  readonly #found: Map<string, string>;
  readonly #find: (name: string) => string | undefined;

  /**
   * @param names what others may be misspellings of
   * @param find is asked first: returns the name that another one stands for, or undefined
   */
  constructor(names: Iterable<string>, find: (name: string) => string | undefined) {
    this.#names = [...names];
    this.#found = new Map([...this.#names, "title"].map((name) => [name, AS_WRITTEN]));
    this.#find = find;
  }

  /** The known name that a name is likely a misspelling of, in case or by a typo. Undefined for any other name. */
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

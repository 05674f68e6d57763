import { closest } from "../../../diagnostics/index.js";

/** Keywords that say nothing by `false`. */
export const FLAGS: ReadonlySet<string> = new Set(["nullable", "readOnly", "writeOnly"]);

/** Longer names are misspelt in other ways, and take time to compare. */
const LONGEST = 20;

/** How much of a keyword may be misspelt: any other keyword is allowed, and says nothing (Core, section 6.5). */
const MISSPELT = 1 / 5;

/** A spec can have any number of keywords. */
const MOST_REMEMBERED = 1_000;

/** What stands for a keyword that is meant as it is written. */
const AS_WRITTEN = "";

/** What the keywords of schemas are meant to be. Few are ever written, so what was found out of one is kept. */
export class MeantKeywords {
  /** The keywords without which a type is another one, which may be misspelt. */
  readonly #telling: readonly string[];
  readonly #known: Map<string, string>;

  /** @param holding those that hold other schemas */
  constructor(holding: Iterable<string>) {
    this.#telling = [...holding, "$ref", "type", "enum", "required", "discriminator", ...FLAGS];
    this.#known = new Map([...this.#telling, "title"].map((name) => [name, AS_WRITTEN]));
  }

  /** The keyword that another one is likely meant to be: in other case, with a slip, or without its `$`. */
  of(keyword: string): string | undefined {
    const known = this.#known.get(keyword) ?? this.#find(keyword);
    return known === AS_WRITTEN ? undefined : known;
  }

  #find(keyword: string): string {
    if (keyword.length > LONGEST || keyword.startsWith("x-")) return AS_WRITTEN;
    const name = keyword.trim();
    const meant = /^\$?ref$/i.test(name) ? "$ref" : (closest(name, this.#telling, MISSPELT) ?? AS_WRITTEN);
    if (this.#known.size < MOST_REMEMBERED) this.#known.set(keyword, meant);
    return meant;
  }
}

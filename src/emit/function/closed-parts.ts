import { Gathered, isObject, type Json, type JsonObject } from "../../json/index.js";
import { DeclaredNames, type Names, NO_NAMES, partsOf, type References, takenOver } from "../types/index.js";

const COMPOSED = ["$ref", "allOf", "anyOf", "oneOf"];

/** So many names are compared in all; where specs have more, parts that allow no others allow any. */
const MOST_COMPARED = 5_000_000;

/**
 * Parts of objects that allow no other properties, and what is declared around them. Authors who close what they compose mean
 * the whole, and by the letter nothing would fulfil it (docs/decisions/0010).
 */
export class ClosedParts {
  /** Whether a schema, or one that it is composed of, is closed. */
  readonly #closed: Gathered<JsonObject, boolean>;
  readonly #ofWhole: DeclaredNames;
  readonly #ofAll: DeclaredNames;
  #compared = 0;

  constructor(references: References) {
    const parts = (schema: JsonObject) => partsOf(schema, references);
    this.#closed = new Gathered<JsonObject, boolean>({
      next: parts,
      find: (schema, closed) => schema.additionalProperties === false || closed.includes(true),
      join: (closed) => closed.includes(true),
    });
    this.#ofWhole = new DeclaredNames((schema) => takenOver(schema, references));
    this.#ofAll = new DeclaredNames(parts);
  }

  /**
   * The properties that are declared around a part of an object which allows no others: `byWhole` by the schema with what it
   * takes over, `byAll` also by the forms that it may have.
   *
   * @param declared by what the schema is itself a part of; undefined, as in what comes back, for any names
   * @param isFull whether no more names are listed: then what is closed allows any
   */
  around(
    schema: JsonObject,
    declared: Names | undefined,
    isFull: boolean,
  ): { byWhole: Names | undefined; byAll: Names | undefined } {
    const isComposed = declared !== undefined && COMPOSED.some((key) => key in schema);
    if (!isComposed || !this.#closed.of(schema)) return { byWhole: declared, byAll: declared };
    const byWhole = isFull ? undefined : this.#with(declared, this.#ofWhole.of(schema));
    return { byWhole, byAll: this.#with(byWhole, byWhole && this.#ofAll.of(schema)) };
  }

  /**
   * Those of the properties that a schema neither declares nor allows, for a part of it allows no others; undefined for any,
   * of any.
   */
  refused(declared: Names | undefined, schema: Json): Names | undefined {
    if (declared?.size === 0 || !isObject(schema) || !this.#closed.of(schema)) return NO_NAMES;
    const own = declared && this.#ofAll.of(schema);
    if (!own || this.#isTooMuch(declared.size)) return undefined;
    return new Set([...declared].filter((name) => !own.has(name)));
  }

  #with(names: Names | undefined, others: Names | undefined): Names | undefined {
    if (!names || !others || this.#isTooMuch(names.size + others.size)) return undefined;
    return new Set([...names, ...others]);
  }

  #isTooMuch(more: number): boolean {
    this.#compared += more;
    return this.#compared > MOST_COMPARED;
  }
}

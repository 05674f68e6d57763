import { anyReached, type GraphValues } from "../../../collections/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { isComposed } from "../../../spec/schema-keywords.js";
import { DeclaredNames } from "./declared-names.js";
import { type Names, NO_NAMES } from "./names.js";
import { partsOf, type ReferencedSchemas, takenOver } from "./taken-over.js";

/** The maximum number of names that are compared in all. Beyond it, parts that limit other properties allow any. */
const MOST_COMPARED = 5_000_000;

/**
 * Finds parts of objects that limit other properties (`additionalProperties` and the like), and the properties that are
 * declared around them. Authors mean such a limit for the whole object; taken literally, no object could match
 * (docs/decisions/0010).
 */
export class LimitedParts {
  /** Whether a schema, or one that it is composed of, limits other properties. */
  readonly #limited: GraphValues<JsonObject, boolean>;
  readonly #ofWhole: DeclaredNames;
  readonly #ofAll: DeclaredNames;
  #compared = 0;

  /** @param limitsOthers true if a schema by itself limits other properties */
  constructor(references: ReferencedSchemas, limitsOthers: (schema: JsonObject) => boolean) {
    const parts = (schema: JsonObject) => partsOf(schema, references);
    this.#limited = anyReached(parts, limitsOthers);
    this.#ofWhole = new DeclaredNames((schema) => takenOver(schema, references));
    this.#ofAll = new DeclaredNames(parts);
  }

  /**
   * Returns the properties that are declared around parts of a schema that limit others; undefined for any names.
   * `byWhole` are those that the schema declares with its references and `allOf`, `byAll` also those in its `anyOf` and
   * `oneOf`.
   *
   * @param declared the properties that are declared around the schema itself; undefined for any names
   * @param isFull true if no more names are listed, so that limited parts allow any
   */
  around(
    schema: JsonObject,
    declared: Names | undefined,
    { isFull = false } = {},
  ): { byWhole: Names | undefined; byAll: Names | undefined } {
    if (declared === undefined || !isComposed(schema) || !this.#limited.of(schema))
      return { byWhole: declared, byAll: declared };
    const byWhole = isFull ? undefined : this.#with(declared, this.#ofWhole.of(schema));
    return { byWhole, byAll: this.#with(byWhole, byWhole && this.#ofAll.of(schema)) };
  }

  /**
   * Returns the given properties that a schema does not declare, if a part of it limits other properties; undefined for
   * any property.
   */
  refused(declared: Names | undefined, schema: Json): Names | undefined {
    if (declared?.size === 0 || !isObject(schema) || !this.#limited.of(schema)) return NO_NAMES;
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

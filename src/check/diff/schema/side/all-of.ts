import { getOrInsert } from "../../../../collections/index.js";
import type { Json, JsonObject } from "../../../../json/index.js";
import { canonical } from "./canonical.js";
import type { Subschema } from "./view.js";

/** The maximum number of combined schemas. Schemas can be combined in very many ways. */
const MOST_MADE = 10_000;

/**
 * Combines schemas that must all hold in one place, such as those of the same property in two members of an `allOf`.
 * The same schemas always give the same combined schema, so that recursion ends.
 */
export class AllOf {
  readonly #made = new Map<string, JsonObject>();
  readonly #parts = new Map<Json, readonly Json[]>();
  readonly #numbers = new Map<Json, number>();
  readonly #texts = new Map<Json, string>();

  /**
   * Returns a schema that requires both, at the place of the first. Returns only the first if there are too many
   * combined schemas.
   */
  both(a: Subschema | undefined, b: Subschema | undefined): Subschema | undefined {
    if (a === undefined || b === undefined) return a ?? b;
    if (a.schema === true || b.schema === true) return a.schema === true ? b : a;
    const own = this.#partsOf(a.schema);
    const texts = new Set(own.map((part) => this.#textOf(part)));
    const added = this.#partsOf(b.schema).filter((part) => !texts.has(this.#textOf(part)));
    if (added.length === 0) return a;
    return { schema: this.#schemaOf([...own, ...added]) ?? a.schema, source: a.source };
  }

  #schemaOf(parts: Json[]): JsonObject | undefined {
    const key = parts.map((part) => this.#numberOf(part)).join();
    const known = this.#made.get(key);
    if (known || this.#made.size >= MOST_MADE) return known;
    const schema = { allOf: parts };
    this.#made.set(key, schema);
    this.#parts.set(schema, parts);
    return schema;
  }

  /** Returns the schemas that a combined schema consists of, or the schema itself. */
  #partsOf(schema: Json): readonly Json[] {
    return this.#parts.get(schema) ?? [schema];
  }

  #numberOf(part: Json): number {
    return getOrInsert(this.#numbers, part, () => this.#numbers.size);
  }

  #textOf(part: Json): string {
    return getOrInsert(this.#texts, part, () => canonical(part));
  }
}

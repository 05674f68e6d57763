import { getOrInsert } from "../../../../collections/index.js";
import type { Json, JsonObject } from "../../../../json/index.js";
import { canonical } from "./canonical.js";
import type { Subschema } from "./view.js";

/** How many schemas are made of several. Schemas may come together in very many ways. */
const MOST_MADE = 10_000;

/**
 * Makes schemas of several that must all hold in one place, such as what two members of an `allOf` say of the same
 * property. The same ones together are one schema, so that what is inside themselves comes to an end.
 */
export class AllOf {
  readonly #made = new Map<string, JsonObject>();
  readonly #parts = new Map<Json, readonly Json[]>();
  readonly #numbers = new Map<Json, number>();
  readonly #texts = new Map<Json, string>();

  /** The schema of what both demand, at the place of the first. Where there are too many, the first. */
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

  /** The schemas that one was made of, or itself. */
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

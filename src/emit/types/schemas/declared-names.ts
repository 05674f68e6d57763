import { GraphValues, reached } from "../../../collections/index.js";
import type { JsonObject } from "../../../json/index.js";
import { declaredBy, type Names } from "./names.js";

/** How deep composition is followed: far deeper than real specs nest it, but less than a malicious spec could. */
const DEEPEST = 100;

/**
 * The maximum number of parts of a schema that is searched by itself. Larger ones are searched once for all schemas
 * that reference each other.
 */
const NEAR = 200;

/**
 * The maximum number of parts and names that are searched in all. Only specs with very many schemas of very many parts
 * each reach it.
 */
const MOST_LOOKED_AT = 2_000_000;

/** Finds the properties that schemas declare in all their parts, and caches the results for schemas with many parts. */
export class DeclaredNames {
  readonly #parts: (schema: JsonObject) => JsonObject[];
  /** A token for each group of schemas that reference each other. */
  readonly #circles: GraphValues<JsonObject, object>;
  readonly #known = new Map<object, Names | undefined>();
  #lookedAt = 0;

  /** @param parts returns the direct parts of a schema */
  constructor(parts: (schema: JsonObject) => JsonObject[]) {
    this.#parts = parts;
    this.#circles = new GraphValues<JsonObject, object>({ next: parts, find: () => ({}), join: () => ({}) });
  }

  /**
   * Returns the properties that a schema or any of its parts declares, nearest parts first; undefined (any property) if
   * there are too many to search.
   */
  of(schema: JsonObject): Names | undefined {
    if (this.#known.has(schema)) return this.#known.get(schema);
    const near = this.#collect(schema, NEAR);
    const names = near.isAll ? near.names : this.#ofCircle(schema);
    this.#known.set(schema, names);
    return names;
  }

  /** Returns the given names that neither the schema nor any of its parts declares. */
  undeclared(names: readonly string[], schema: JsonObject): Set<string> {
    const undeclared = new Set(names);
    let count = 0;
    for (const part of reached([schema], this.#parts, DEEPEST)) {
      if (undeclared.size === 0) return undeclared;
      count += 1;
      if (count > NEAR || this.#isTooMuch(1)) break;
      for (const name of declaredBy(part)) undeclared.delete(name);
    }
    if (count <= NEAR && !this.#isTooMuch(0)) return undeclared;
    const declared = this.#ofCircle(schema);
    return new Set(declared ? [...undeclared].filter((name) => !declared.has(name)) : []);
  }

  #ofCircle(schema: JsonObject): Names | undefined {
    if (this.#isTooMuch(0)) return undefined;
    const circle = this.#circles.of(schema);
    if (!this.#known.has(circle)) {
      const { names, isAll } = this.#collect(schema);
      this.#known.set(circle, isAll ? names : undefined);
    }
    return this.#known.get(circle);
  }

  #collect(schema: JsonObject, most = Number.POSITIVE_INFINITY): { names: Names; isAll: boolean } {
    const names = new Set<string>();
    let count = 0;
    for (const part of reached([schema], this.#parts, DEEPEST)) {
      count += 1;
      const declared = declaredBy(part);
      if (count > most || this.#isTooMuch(1 + declared.length)) return { names, isAll: false };
      for (const name of declared) names.add(name);
    }
    return { names, isAll: true };
  }

  #isTooMuch(more: number): boolean {
    this.#lookedAt += more;
    return this.#lookedAt > MOST_LOOKED_AT;
  }
}

import { GraphValues, reached } from "../../../collections/index.js";
import type { JsonObject } from "../../../json/index.js";
import { declaredBy, type Names } from "./names.js";

/** How deep composition is followed: far deeper than specs go, not as far as one can be made to go. */
const DEEPEST = 100;

/** Among so many parts of a schema it is looked by itself; more are looked at once for all schemas that lead to each other. */
const NEAR = 200;

/** So many parts and names are looked at in all: only where very many schemas have very many parts each are there more. */
const MOST_LOOKED_AT = 2_000_000;

/** The properties that schemas declare with all their parts: what is found out of many parts is kept. */
export class DeclaredNames {
  readonly #parts: (schema: JsonObject) => JsonObject[];
  /** Something that schemas which lead to each other have in common, and no other has. */
  readonly #circles: GraphValues<JsonObject, object>;
  readonly #known = new Map<object, Names | undefined>();
  #lookedAt = 0;

  /** @param parts what a schema is made of, by its own words */
  constructor(parts: (schema: JsonObject) => JsonObject[]) {
    this.#parts = parts;
    this.#circles = new GraphValues<JsonObject, object>({ next: parts, find: () => ({}), join: () => ({}) });
  }

  /** The properties that a schema declares, or any of its parts, what is nearest first; undefined for any. */
  of(schema: JsonObject): Names | undefined {
    if (this.#known.has(schema)) return this.#known.get(schema);
    const near = this.#collect(schema, NEAR);
    const names = near.isAll ? near.names : this.#ofCircle(schema);
    this.#known.set(schema, names);
    return names;
  }

  /** Those of the names that neither the schema nor any of its parts declares. */
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

import type { NamedSchema } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { type Direction, declaredBy, type LimitedParts, type Schemas } from "../schemas/index.js";
import { FILE_REF } from "./files.js";
import type { Around } from "./open-choice.js";
import type { PreparedSchema } from "./prepared.js";

/** How deep schemas are written out inside each other. */
const DEEPEST_WRITTEN_OUT = 20;

/** The maximum number of properties that are written out again in all. */
const MOST_REPEATED = 20_000;

/**
 * The maximum number of parents that are written out in one named schema. Each occurs in its type once for every path
 * to it.
 */
const MOST_PARENTS = 100;

/** The maximum number of parents that are written out in all, each counted with the members of its `allOf`. */
const MOST_TAKEN_OVER = 5000;

/** The input of {@link NamedReferences}. */
interface NamedReferencesInput {
  schemas: Schemas;
  direction: Direction;
  limitedParts: LimitedParts;
  /** Prepares the target of a reference as a part of the object around it. */
  prepare(schema: Json, around: Around): PreparedSchema;
}

/**
 * Prepares references to named schemas. A reference becomes the name of a type, or is written out if the object around
 * it has other properties.
 */
export class NamedReferences {
  readonly #by: NamedReferencesInput;
  /** How many parents each named schema has written out so far. */
  readonly #parents = new Map<Around["owner"], number>();
  /** How many parents were written out in all, counted with the members of their `allOf`. */
  #takenOver = 0;
  /** The schemas that are being written out, each inside the one before. */
  readonly #openParents = new Set<NamedSchema>();
  /** How many properties were written out again, without some that the object around them does not have. */
  #repeated = 0;

  constructor(by: NamedReferencesInput) {
    this.#by = by;
  }

  /** Prepares a reference: as the name of a type, or written out. */
  prepared(ref: string, around: Around): PreparedSchema {
    if (ref === FILE_REF) return { $ref: "#/components/schemas/Blob" };
    const named = this.#by.schemas.byRef(ref);
    if (!named) return true;
    if (named.key === around.owner) return true;
    const isOwn =
      !this.#showsLeft(named, around) && this.#by.limitedParts.refused(around.declared, named.schema)?.size === 0;
    return isOwn ? this.#typeReference(named) : this.#writtenOut(named, around);
  }

  /** True for a part of an object whose type contains properties that the whole object does not have. */
  #showsLeft({ schema }: NamedSchema, { left }: Around): boolean {
    return isObject(schema) && left.size > 0 && this.#by.schemas.marks.shown(left, schema, this.#by.direction).size > 0;
  }

  /**
   * Writes out a named schema in place of a reference to it. Inside itself, a schema adds nothing; beyond the limits,
   * the reference is kept.
   */
  #writtenOut(named: NamedSchema, around: Around): PreparedSchema {
    if (this.#openParents.has(named)) return true;
    if (this.#openParents.size >= DEEPEST_WRITTEN_OUT) return this.#typeReference(named);
    this.#repeated += 1 + (isObject(named.schema) ? declaredBy(named.schema).length : 0);
    if (this.#repeated > MOST_REPEATED) return this.#typeReference(named);
    this.#openParents.add(named);
    const prepared = this.#by.prepare(named.schema, around);
    this.#openParents.delete(named);
    return prepared;
  }

  #typeReference(named: NamedSchema): PreparedSchema {
    return { $ref: `#/components/schemas/${this.#by.schemas.typeName(named, this.#by.direction)}` };
  }

  /**
   * Writes out a parent schema without its choice of children. Inside itself, a schema adds nothing; beyond the limits,
   * the reference is kept.
   */
  parent(parent: NamedSchema, schema: JsonObject, around: Around): PreparedSchema {
    if (this.#openParents.has(parent)) return true;
    if (this.#openParents.size >= DEEPEST_WRITTEN_OUT) return this.#typeReference(parent);
    const count = (this.#parents.get(around.owner) ?? 0) + 1;
    this.#takenOver += 1 + (Array.isArray(schema.allOf) ? schema.allOf.length : 0);
    if (count > MOST_PARENTS || this.#takenOver > MOST_TAKEN_OVER) return this.#typeReference(parent);
    this.#parents.set(around.owner, count);
    this.#openParents.add(parent);
    const { oneOf: _one, anyOf: _any, discriminator: _discriminator, ...rest } = schema;
    const prepared = this.#by.prepare(rest, { ...around, whole: undefined });
    this.#openParents.delete(parent);
    return prepared;
  }
}

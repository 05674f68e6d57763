import { getOrInsert } from "../../collections/index.js";
import type { Schema } from "../../ir/index.js";
import type { Combinations } from "./combinations.js";
import type { Direction } from "./schemas/index.js";
import type { TypeNode } from "./syntax/node.js";
import type { SchemaTransform } from "./transform.js";

/** The types of schemas where operations use them, once all named types are known: their choices are limited by those. */
export class TypeEngine {
  readonly #transform: SchemaTransform;
  readonly #combinations: Combinations;
  /** The types of schemas that are not named: those of parameters and responses that many operations refer to. */
  readonly #known = { response: new WeakMap<object, TypeNode>(), request: new WeakMap<object, TypeNode>() };

  /** @param combinations which choices are too many together */
  constructor(transform: SchemaTransform, combinations: Combinations) {
    this.#transform = transform;
    this.#combinations = combinations;
  }

  /** The type of a schema in a direction. */
  typeOf(schema: Schema | undefined, direction: Direction): TypeNode {
    if (typeof schema !== "object") return this.#transform.typeOf(schema, direction);
    return getOrInsert(this.#known[direction], schema, () => {
      const type = this.#transform.typeOf(schema, direction);
      this.#combinations.limit(type);
      return type;
    });
  }

  /** The type of a multipart body: what is bytes in it is a `Blob`. */
  multipartTypeOf(schema: Schema | undefined): TypeNode {
    return this.typeOf(this.#transform.multipart(schema), "request");
  }

  /** True for a schema of a string that is bytes in base64. */
  isBase64(schema: Schema | undefined): boolean {
    return this.#transform.isBase64(schema);
  }
}

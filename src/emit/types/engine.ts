import { getOrInsert } from "../../collections/index.js";
import type { Schema } from "../../ir/index.js";
import type { Combinations } from "./combinations.js";
import type { Direction } from "./schemas/index.js";
import type { TypeNode } from "./syntax/node.js";
import type { SchemaTransform } from "./transform.js";

/**
 * Makes the types of schemas in operations, once all named types are known: whether there are too many combinations
 * depends on those.
 */
export class TypeEngine {
  readonly #transform: SchemaTransform;
  readonly #combinations: Combinations;
  /** The types of unnamed schemas so far, because several operations may share parameters and responses. */
  readonly #known = { response: new WeakMap<object, TypeNode>(), request: new WeakMap<object, TypeNode>() };

  /** @param combinations limits the combinations of choices */
  constructor(transform: SchemaTransform, combinations: Combinations) {
    this.#transform = transform;
    this.#combinations = combinations;
  }

  /** Returns the type of a schema in a direction. */
  typeOf(schema: Schema | undefined, direction: Direction): TypeNode {
    if (typeof schema !== "object") return this.#transform.typeOf(schema, direction);
    return getOrInsert(this.#known[direction], schema, () => {
      const type = this.#transform.typeOf(schema, direction);
      this.#combinations.limit(type);
      return type;
    });
  }

  /** Returns the type of a multipart body, in which bytes are a `Blob`. */
  multipartTypeOf(schema: Schema | undefined): TypeNode {
    return this.typeOf(this.#transform.multipart(schema), "request");
  }

  /** True for the schema of a string that contains bytes in base64. */
  isBase64(schema: Schema | undefined): boolean {
    return this.#transform.isBase64(schema);
  }
}

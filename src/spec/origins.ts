/** Where a part of a document was written: the file or URL, and the JSON pointer in it. */
export interface Origin {
  file: string;
  pointer: string;
}

/**
 * Remembers where objects were written while stages copy, move and rewrite them, so that diagnostics can point to the
 * user's own file. Only objects that diagnostics are about are recorded: path items, operations,
 * parameters, request bodies, responses, headers, named schemas, security schemes.
 */
export class Origins {
  readonly #origins = new WeakMap<object, Origin>();

  /** Records where `object` was written. */
  set(object: object, origin: Origin): void {
    this.#origins.set(object, origin);
  }

  /** Where `object` was written; undefined if that was not recorded. */
  of(object: object | undefined): Origin | undefined {
    return object ? this.#origins.get(object) : undefined;
  }

  /** Gives `copy` the origin of `original`, and returns it. */
  carry<T extends object>(original: object, copy: T): T {
    const origin = this.#origins.get(original);
    if (origin && original !== copy) this.#origins.set(copy, origin);
    return copy;
  }
}

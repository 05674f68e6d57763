/**
 * A number or boolean of a YAML text that was written in another way than JSON writes it: `1.0`, `0x1F`, `True`. Under
 * a schema of texts, and as a key, it stands for what was written.
 */
export class WrittenScalar {
  readonly #value: number | boolean;
  readonly #text: string;

  constructor(value: number | boolean, text: string) {
    this.#value = value;
    this.#text = text;
  }

  get value(): number | boolean {
    return this.#value;
  }

  /** Without it, js-yaml takes a scalar in the place of a key for a mapping. */
  get [Symbol.toStringTag](): string {
    return "WrittenScalar";
  }

  toString(): string {
    return this.#text;
  }
}

/** A number or boolean by itself where JSON writes it the same. */
export function asWritten(value: number | boolean, text: string): number | boolean | WrittenScalar {
  return String(value) === text ? value : new WrittenScalar(value, text);
}

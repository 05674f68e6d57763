/**
 * A number, boolean or null of a YAML text that was written in another way than JSON writes it: `1.0`, `0x1F`, `True`,
 * `NULL`. Under a schema of texts, and as a key, it stands for what was written.
 */
export class WrittenScalar {
  readonly #value: number | boolean | null;
  readonly #text: string;

  constructor(value: number | boolean | null, text: string) {
    this.#value = value;
    this.#text = text;
  }

  get value(): number | boolean | null {
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

/**
 * A number, boolean or null by itself where JSON writes it the same, and null also where nothing is written, or `~`,
 * which is no word.
 */
export function asWritten(
  value: number | boolean | null,
  text: string | null,
): number | boolean | null | WrittenScalar {
  if (text === null || text === "" || text === "~") return value;
  return String(value) === text ? value : new WrittenScalar(value, text);
}

/**
 * A number, boolean or null in a YAML text that JSON writes differently: `1.0`, `0x1F`, `True`, `NULL`. As a value of a
 * schema of strings, and as a key, it is the source text.
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

  /** Without this, js-yaml would read it as a mapping when it is a key. */
  get [Symbol.toStringTag](): string {
    return "WrittenScalar";
  }

  toString(): string {
    return this.#text;
  }
}

/** The YAML numbers that JSON does not have (YAML 1.2.2, section 10.2.1.4). */
const NO_JSON_NUMBER = /^[-+]?\.(?:inf|nan)$/i;

/**
 * Returns the value itself if JSON writes it the same way, or if it is null and nothing or `~` is written; the text if
 * JSON has no such number; otherwise a {@link WrittenScalar}.
 */
export function asWritten(
  value: number | boolean | null,
  text: string | null,
): number | boolean | null | string | WrittenScalar {
  if (text === null || text === "" || text === "~") return value;
  if (typeof value === "number" && NO_JSON_NUMBER.test(text)) return text;
  return String(value) === text ? value : new WrittenScalar(value, text);
}

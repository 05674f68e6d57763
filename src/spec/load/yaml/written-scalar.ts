/**
 * A number, boolean or null of a YAML text that JSON writes differently: `1.0`, `0x1F`, `True`, `NULL`. Under a schema of strings,
 * and as a key, it stands for what was written.
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

/** The numbers of YAML that JSON does not have (YAML 1.2.2, section 10.2.1.4). */
const NO_JSON_NUMBER = /^[-+]?\.(?:inf|nan)$/i;

/**
 * The value itself where JSON writes it the same, and null also where nothing or `~` is written; the text where JSON has no such
 * number.
 */
export function asWritten(
  value: number | boolean | null,
  text: string | null,
): number | boolean | null | string | WrittenScalar {
  if (text === null || text === "" || text === "~") return value;
  if (typeof value === "number" && NO_JSON_NUMBER.test(text)) return text;
  return String(value) === text ? value : new WrittenScalar(value, text);
}

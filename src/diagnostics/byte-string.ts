const BEYOND_ASCII = /[\x80-\xff]/;

/** Decodes a byte string, or a part of one that begins and ends at character boundaries. */
export function textOfBytes(bytes: string): string {
  return BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

/** The number of UTF-8 bytes of a byte string minus the number of UTF-16 code units of its text. */
export function surplusOf(bytes: string): number {
  return bytes.length - textOfBytes(bytes).length;
}

/** The difference between UTF-8 bytes and UTF-16 code units, up to any offset of a byte string. */
export class ByteSurplus {
  /** The ends of runs of non-ASCII characters. The surpluses up to them are in the other array. */
  readonly #ends: number[] = [];
  readonly #sums: number[] = [];

  /** @param bytes a byte string */
  constructor(bytes: string) {
    let sum = 0;
    for (const { 0: run, index } of bytes.matchAll(/[\x80-\xff]+/g)) {
      sum += surplusOf(run);
      this.#ends.push(index + run.length);
      this.#sums.push(sum);
    }
  }

  /** The surplus before an offset of an ASCII character, or of the end. */
  before(offset: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#sums[low - 1] ?? 0;
  }
}

const BEYOND_ASCII = /[\x80-\xff]/;

/** The text that a byte string holds, or a part of one that begins and ends with a character. */
export function textOfBytes(bytes: string): string {
  return BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

/** By how much the bytes of a text in UTF-8 outnumber its UTF-16 units. */
export function surplusOf(bytes: string): number {
  return bytes.length - textOfBytes(bytes).length;
}

/** By how much the bytes of a text in UTF-8 outnumber its UTF-16 units, up to any place. */
export class ByteSurplus {
  /** Where characters beyond ASCII that stand together end, and the surplus up to there. */
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

  /** The surplus before an offset, at which a character of ASCII stands or the text ends. */
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

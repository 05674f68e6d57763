import { ByteSurplus, surplusOf, textOfBytes } from "./byte-string.js";
import type { Location } from "./diagnostic.js";

/** A line and column in a text, both from 1. Columns count UTF-16 code units, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** The representation of a text. */
export interface TextForm {
  /**
   * True for a byte string (Web IDL, section 3.2.9), in which each character is a byte of the text's UTF-8. Offsets
   * count bytes, lines and columns refer to the decoded text.
   */
  isByteString?: boolean | undefined;
}

/** A text with access by line. Lines end with LF, CRLF or CR, and are searched for only as far as needed. */
export class SourceText {
  readonly text: string;
  readonly isByteString: boolean;
  readonly #lineStarts = [0];
  /** Requested lines. Kept because a line can be the whole text, and have many places. */
  readonly #lines = new Map<number, string>();
  #surplus: ByteSurplus | undefined;
  #isWhole = false;
  #hasReturns: boolean | undefined;

  constructor(text: string, { isByteString = false }: TextForm = {}) {
    this.text = text;
    this.isByteString = isByteString;
  }

  /** Returns the line and column of an offset. */
  positionAt(offset: number): Position {
    const starts = this.#lineStarts;
    while (starts.at(-1)! <= offset && !this.#isWhole) this.#findNext();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low]!;
    return { line: low + 1, column: offset - start - this.#surplusBetween(start, offset) + 1 };
  }

  /** Returns the lines from `first` to `last` that exist, without line breaks. */
  lines(first: number, last: number): string[] {
    const starts = this.#lineStarts;
    while (starts.length <= last && !this.#isWhole) this.#findNext();
    const lines: string[] = [];
    for (let line = Math.max(first, 1); line <= Math.min(last, starts.length); line++) lines.push(this.#line(line));
    return lines;
  }

  #line(line: number): string {
    const known = this.#lines.get(line);
    if (known !== undefined) return known;
    const held = this.text.slice(this.#lineStarts[line - 1], this.#lineStarts[line]).replace(/\r?\n$|\r$/, "");
    const text = this.isByteString ? textOfBytes(held) : held;
    this.#lines.set(line, text);
    return text;
  }

  /** The number of bytes minus the number of characters between two offsets. */
  #surplusBetween(start: number, end: number): number {
    if (!this.isByteString) return 0;
    if (end - start < SHORT) return surplusOf(this.text.slice(start, end));
    this.#surplus ??= new ByteSurplus(this.text);
    return this.#surplus.before(end) - this.#surplus.before(start);
  }

  #findNext(): void {
    const next = this.#nextStart(this.#lineStarts.at(-1)!);
    if (next > 0) this.#lineStarts.push(next);
    else this.#isWhole = true;
  }

  /** The offset after the next line break; 0 if there is none. */
  #nextStart(from: number): number {
    this.#hasReturns ??= this.text.includes("\r");
    if (!this.#hasReturns) return this.text.indexOf("\n", from) + 1;
    LINE_BREAK.lastIndex = from;
    return LINE_BREAK.test(this.text) ? LINE_BREAK.lastIndex : 0;
  }
}

/** The number of characters of a line that are read at a time, instead of the whole text. */
const SHORT = 1000;

const LINE_BREAK = /\r\n?|\n/g;

const sources = new WeakMap<Location, SourceText>();

/**
 * Remembers the text in which a location's line and column were found, so that it need not be read again, or cannot be
 * (standard input). Returns the location.
 */
export function rememberSource(location: Location, source: SourceText): Location {
  sources.set(location, source);
  return location;
}

/**
 * Returns the text in which a location's line and column were found. {@link marksOf} transfers it to another thread.
 */
export function rememberedSource(location: Location): SourceText | undefined {
  return sources.get(location);
}

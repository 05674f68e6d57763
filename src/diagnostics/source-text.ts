import { ByteSurplus, surplusOf, textOfBytes } from "./byte-string.js";
import type { Location } from "./diagnostic.js";

/** A place in a text, both counted from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** How a text is held. */
export interface TextForm {
  /**
   * As a byte string (Web IDL, section 3.2.9): each of its characters is a byte of its UTF-8. Offsets count these;
   * columns and lines are of the text itself.
   */
  isByteString?: boolean | undefined;
}

/** A text by its lines, which end with LF, CRLF or CR. They are looked for as far as somebody has asked. */
export class SourceText {
  readonly text: string;
  readonly isByteString: boolean;
  readonly #lineStarts = [0];
  /** Lines that were asked for: one may be the whole text, and hold many places. */
  readonly #lines = new Map<number, string>();
  #surplus: ByteSurplus | undefined;
  #isWhole = false;
  #hasReturns: boolean | undefined;

  constructor(text: string, { isByteString = false }: TextForm = {}) {
    this.text = text;
    this.isByteString = isByteString;
  }

  /** Line and column of an offset. */
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

  /** The lines from `first` to `last`, as far as there are such, without their line breaks. */
  lines(first: number, last: number): string[] {
    const starts = this.#lineStarts;
    while (starts.length <= last && !this.#isWhole) this.#findNext();
    const texts: string[] = [];
    for (let line = Math.max(first, 1); line <= Math.min(last, starts.length); line++) texts.push(this.#line(line));
    return texts;
  }

  #line(line: number): string {
    const known = this.#lines.get(line);
    if (known !== undefined) return known;
    const held = this.text.slice(this.#lineStarts[line - 1], this.#lineStarts[line]).replace(/\r?\n$|\r$/, "");
    const text = this.isByteString ? textOfBytes(held) : held;
    this.#lines.set(line, text);
    return text;
  }

  /** How many bytes more than characters stand between two places. */
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

  /** Where the line behind the next line break begins; 0 where there is none. */
  #nextStart(from: number): number {
    this.#hasReturns ??= this.text.includes("\r");
    if (!this.#hasReturns) return this.text.indexOf("\n", from) + 1;
    LINE_BREAK.lastIndex = from;
    return LINE_BREAK.test(this.text) ? LINE_BREAK.lastIndex : 0;
  }
}

/** So much of a line is looked at each time, rather than the whole text once: in characters. */
const SHORT = 1000;

const LINE_BREAK = /\r\n?|\n/g;

const sources = new WeakMap<Location, SourceText>();

/**
 * Remembers which text a location's line and column were found in, so that nobody has to read it again, or can show
 * lines of what cannot be read again. Returns the location.
 */
export function rememberSource(location: Location, source: SourceText): Location {
  sources.set(location, source);
  return location;
}

/** The text that a location's line and column were found in. {@link marksOf} takes it to another thread. */
export function rememberedSource(location: Location): SourceText | undefined {
  return sources.get(location);
}

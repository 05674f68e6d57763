import type { TextForm } from "../../../diagnostics/index.js";
import type { Place } from "../locate/place.js";
import { jsonString, skipSpace, skipString, skipValue } from "./scan.js";

/** A valid JSON text, and whether any of its objects repeats a key. The last of repeated keys counts. */
interface JsonSource extends TextForm {
  text: string;
  hasRepeatedKeys: boolean;
}

/** Finds places in a valid JSON text. An object or array is scanned only when one of its members is asked for. */
export function jsonPlaces(source: JsonSource): Place {
  return new JsonPlace(source, 0, skipSpace(source.text, 0));
}

/** Scans members only as far as needed, because the rest of the text may be long. */
class JsonPlace implements Place {
  readonly #source: JsonSource;
  readonly offset: number;
  /** The offset of the value. */
  readonly #value: number;
  readonly #members = new Map<string, Place>();
  /** The offset of the last value that was found: scanning continues after it. */
  #last: number | undefined;

  constructor(source: JsonSource, offset: number, value: number) {
    this.#source = source;
    this.offset = offset;
    this.#value = value;
  }

  member(token: string): Place | undefined {
    const isEnough = () => this.#members.has(token) && !this.#source.hasRepeatedKeys;
    while (!isEnough() && this.#readNext());
    return this.#members.get(token);
  }

  /** Finds the next member or item; false if there is none. */
  #readNext(): boolean {
    const { text } = this.#source;
    const opener = text[this.#value];
    if (opener !== "{" && opener !== "[") return false;
    const at = this.#last === undefined ? skipSpace(text, this.#value + 1) : nextItem(text, this.#last);
    if (opener === "[" ? at >= text.length || text[at] === "]" : text[at] !== '"') return false;
    const keyEnd = opener === "{" ? skipString(text, at) : at;
    const value = opener === "{" ? skipSpace(text, skipSpace(text, keyEnd) + 1) : at;
    const token = opener === "{" ? jsonString(text.slice(at, keyEnd), this.#source) : String(this.#members.size);
    this.#members.set(token, new JsonPlace(this.#source, at, value));
    this.#last = value;
    return true;
  }
}

/**
 * Returns the offset of the member or item after a value, or of the closing bracket if there is none. @param value its
 * offset
 */
function nextItem(text: string, value: number): number {
  const end = skipSpace(text, skipValue(text, value));
  return text[end] === "," ? skipSpace(text, end + 1) : end;
}

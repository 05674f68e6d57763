import type { TextForm } from "../../../diagnostics/index.js";
import type { Place } from "../locate/place.js";
import { jsonString, skipSpace, skipString, skipValue } from "./scan.js";

/** A valid JSON text, and whether keys stand twice in objects of it: of those the last one counts. */
interface JsonSource extends TextForm {
  text: string;
  hasRepeatedKeys: boolean;
}

/** The places of a valid JSON text. An object or array is only looked into when its members are asked for. */
export function jsonPlaces(source: JsonSource): Place {
  return new JsonPlace(source, 0, skipSpace(source.text, 0));
}

/** The rest of a text may be long, so members are read as far as they are asked for. */
class JsonPlace implements Place {
  readonly #source: JsonSource;
  readonly offset: number;
  /** Where the value begins. */
  readonly #value: number;
  readonly #members = new Map<string, Place>();
  /** Where the value of the last member that was read begins: what is behind it is looked for when it is asked for. */
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

  /** False where there is no further member or item. */
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

/** Where the next member or item begins, given where the value before it does; else where the closing bracket is. */
function nextItem(text: string, value: number): number {
  const end = skipSpace(text, skipValue(text, value));
  return text[end] === "," ? skipSpace(text, end + 1) : end;
}

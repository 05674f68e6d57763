import { type Json, type JsonObject, setMember } from "../../../json/index.js";
import { isColon, jsonString, skipString } from "./scan.js";

/** With more of them it is quicker to decode the whole text. */
const MOST = 10_000;

/** Not the text of a byte, but a character as large as one. */
const ESCAPED_BYTE = /\\u00[89a-f]/i;

/** Where characters beyond ASCII stand in a byte string: parts of it, in their order, outside of which there are none. */
export type PartsBeyondAscii = readonly (readonly [start: number, end: number])[];

/** What a JSON text that is held as a byte string holds, with the strings that are still to be decoded. */
interface ParsedByteString {
  value: Json;
  undecoded: UndecodedStrings;
}

/**
 * Parses a JSON text that is held as a byte string. For one character beyond Latin-1, V8 takes two bytes for each character of a
 * text, and many large specs have a few: decoding only those strings saves a twentieth of a run. Undefined where the text is not
 * JSON, or has to be decoded as a whole.
 */
export function parseByteString(text: string, parts: PartsBeyondAscii): ParsedByteString | undefined {
  try {
    const undecoded = beyondAscii(text, parts);
    return undecoded && { value: JSON.parse(text) as Json, undecoded };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The strings of a JSON text that are not ASCII. */
export class UndecodedStrings {
  /** As they are parsed from the byte string, and as they are. */
  readonly #texts: ReadonlyMap<string, string>;
  /** Most strings have a length that none of these has, and need no more than a look at that. */
  readonly #lengths: Uint8Array;
  readonly #areKeys: boolean;

  /** @param areKeys whether some of them are keys */
  constructor(texts: ReadonlyMap<string, string>, areKeys: boolean) {
    this.#texts = texts;
    this.#areKeys = areKeys;
    this.#lengths = new Uint8Array(Math.max(0, ...[...texts.keys()].map(({ length }) => length)) + 1);
    for (const { length } of texts.keys()) this.#lengths[length] = 1;
  }

  /** A string of the text as it is. */
  decoded(text: string): string {
    return this.#lengths[text.length] === 1 ? (this.#texts.get(text) ?? text) : text;
  }

  /** Gives the members of an object their keys as they are, in their order; of those that are one then, the last counts. */
  decodeKeys(object: JsonObject): void {
    if (!this.#areKeys || !this.#hasUndecodedKey(object)) return;
    const members = Object.entries(object);
    for (const [key] of members) delete object[key];
    for (const [key, value] of members) setMember(object, this.decoded(key), value as Json);
  }

  #hasUndecodedKey(object: JsonObject): boolean {
    for (const key in object) if (this.decoded(key) !== key) return true;
    return false;
  }
}

/** Undefined where there are too many, or where escapes stand for the same characters as bytes do. */
function beyondAscii(text: string, parts: PartsBeyondAscii): UndecodedStrings | undefined {
  if (text.includes("\\u00") && ESCAPED_BYTE.test(text)) return undefined;
  const texts = new Map<string, string>();
  let areKeys = false;
  let end = 0;
  for (const [from, to] of parts) {
    for (const { index } of text.slice(from, to).matchAll(/[\x80-\xff]+/g)) {
      if (from + index < end) continue;
      const start = openingQuote(text, from + index);
      if (start < 0 || texts.size === MOST) return undefined;
      end = skipString(text, start);
      const written = text.slice(start, end);
      texts.set(jsonString(written, {}), jsonString(written, { isByteString: true }));
      areKeys ||= isColon(text, end);
    }
  }
  return new UndecodedStrings(texts, areKeys);
}

/** Where the JSON string begins that the character at `at` is in; -1 where there is none. */
function openingQuote(text: string, at: number): number {
  for (let quote = text.lastIndexOf('"', at); quote >= 0; quote = text.lastIndexOf('"', quote - 1)) {
    let before = quote - 1;
    while (text[before] === "\\") before--;
    if ((quote - before) % 2 === 1) return quote;
  }
  return -1;
}

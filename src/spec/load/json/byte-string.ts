import { type Json, type JsonObject, setMember } from "../../../json/index.js";
import { isColon, jsonString, skipString } from "./scan.js";

/** With more such strings it is faster to decode the whole text. */
const MOST = 10_000;

/** An escape for a character that a byte string would contain as a raw byte. */
const ESCAPED_BYTE = /\\u00[89a-f]/i;

/** The parts of a byte string, in order, that contain all of its characters beyond ASCII. */
export type PartsBeyondAscii = readonly (readonly [start: number, end: number])[];

/** The parsed value of a byte string, and its strings that are not decoded yet. */
interface ParsedByteString {
  value: Json;
  undecoded: UndecodedStrings;
}

/**
 * Parses a JSON text that is represented as a byte string. A single character beyond Latin-1 makes V8 use two bytes for
 * every character of a text, and many large specs have a few: decoding only the strings with such characters saves 5 %
 * of a run. Returns undefined if the text is not JSON, or has to be decoded as a whole.
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
  /** The decoded strings by their form in the byte string. */
  readonly #texts: ReadonlyMap<string, string>;
  /** 1 for each length that one of them has. Most strings have another length, and need no lookup. */
  readonly #lengths: Uint8Array;
  readonly #areKeys: boolean;

  /** @param areKeys whether some of them are keys */
  constructor(texts: ReadonlyMap<string, string>, areKeys: boolean) {
    this.#texts = texts;
    this.#areKeys = areKeys;
    this.#lengths = new Uint8Array(Math.max(0, ...[...texts.keys()].map(({ length }) => length)) + 1);
    for (const { length } of texts.keys()) this.#lengths[length] = 1;
  }

  /** Returns the decoded form of a string in the parsed value. */
  decoded(text: string): string {
    return this.#lengths[text.length] === 1 ? (this.#texts.get(text) ?? text) : text;
  }

  /** Decodes the keys of an object, and keeps their order. If two become the same, the last value wins. */
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

/**
 * Finds the strings that are not ASCII; undefined if there are too many, or if escapes and raw bytes could be confused.
 */
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

/** Returns the offset of the opening quote of the JSON string around `at`; -1 if there is none. */
function openingQuote(text: string, at: number): number {
  for (let quote = text.lastIndexOf('"', at); quote >= 0; quote = text.lastIndexOf('"', quote - 1)) {
    let before = quote - 1;
    while (text[before] === "\\") before--;
    if ((quote - before) % 2 === 1) return quote;
  }
  return -1;
}

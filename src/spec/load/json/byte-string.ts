import { isObject, type Json, type JsonObject, setMember } from "../../../json/index.js";
import { isColon, jsonString, skipString } from "./scan.js";

/** With more of them it is quicker to decode the whole text. */
const MOST = 10_000;

/** Not the text of a byte, but a character as large as one. */
const ESCAPED_BYTE = /\\u00[89a-f]/i;

/**
 * Parses a JSON text that is held as a byte string. V8 takes a text with one character beyond Latin-1 in two bytes a
 * character, and many large specs have a few of these: to decode those strings alone spares a twentieth of a run.
 * Undefined where the text is no JSON, or has to be decoded as a whole.
 */
export function parseByteString(text: string): Json | undefined {
  try {
    const strings = beyondAscii(text);
    return strings && decodeStrings(JSON.parse(text) as Json, strings);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The strings of a JSON text that are not ASCII. */
interface Undecoded {
  /** As they are parsed from the byte string, and as they are. */
  texts: Map<string, string>;
  /** Whether some of them are keys. */
  areKeys: boolean;
}

/** Undefined where there are too many, or where escapes stand for the same characters as bytes do. */
function beyondAscii(text: string): Undecoded | undefined {
  if (text.includes("\\u00") && ESCAPED_BYTE.test(text)) return undefined;
  const texts = new Map<string, string>();
  let areKeys = false;
  const byte = /[\x80-\xff]/g;
  for (let at = byte.exec(text); at; at = byte.exec(text)) {
    const start = openingQuote(text, at.index);
    if (start < 0 || texts.size === MOST) return undefined;
    const end = skipString(text, start);
    const written = text.slice(start, end);
    texts.set(jsonString(written, {}), jsonString(written, { isByteString: true }));
    areKeys ||= isColon(text, end);
    byte.lastIndex = end;
  }
  return { texts, areKeys };
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

/** Puts the strings in their places, in a value that nobody has seen yet. */
function decodeStrings(root: Json, { texts, areKeys }: Undecoded): Json {
  // Most strings have a length that none of these has, and need no more than a look at that.
  const lengths = new Uint8Array(Math.max(0, ...[...texts.keys()].map(({ length }) => length)) + 1);
  for (const { length } of texts.keys()) lengths[length] = 1;
  const decoded = (text: string) => (lengths[text.length] === 1 ? (texts.get(text) ?? text) : text);
  const open = [root];
  const enter = (child: Json | undefined) => {
    if (typeof child === "object" && child !== null) open.push(child);
  };
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) {
      for (let index = 0; index < node.length; index++) {
        const child = node[index];
        if (typeof child === "string") node[index] = decoded(child);
        else enter(child);
      }
    } else if (isObject(node)) {
      for (const key in node) {
        const child = node[key];
        if (typeof child === "string") node[key] = decoded(child);
        else enter(child);
      }
      if (areKeys) rename(node, decoded);
    }
  }
  return root;
}

/** Gives the members of an object other keys, in their order; of those that are one then, the last counts. */
function rename(object: JsonObject, keyOf: (key: string) => string): void {
  const members = Object.entries(object);
  if (members.every(([key]) => keyOf(key) === key)) return;
  for (const [key] of members) delete object[key];
  for (const [key, value] of members) setMember(object, keyOf(key), value as Json);
}

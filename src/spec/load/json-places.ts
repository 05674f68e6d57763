import { skipSpace, skipString, skipValue } from "./json-scan.js";
import type { Place } from "./places.js";

/** The places of a valid JSON text. An object or array is only looked into when its members are asked for. */
export function jsonPlaces(text: string): Place {
  return new JsonPlace(text, 0, skipSpace(text, 0));
}

class JsonPlace implements Place {
  readonly #text: string;
  readonly offset: number;
  readonly #value: number;
  #members: ReadonlyMap<string, Place> | undefined;

  constructor(text: string, offset: number, value: number) {
    this.#text = text;
    this.offset = offset;
    this.#value = value;
  }

  members(): ReadonlyMap<string, Place> | undefined {
    const opener = this.#text[this.#value];
    if (opener === "{") this.#members ??= objectMembers(this.#text, this.#value);
    else if (opener === "[") this.#members ??= arrayItems(this.#text, this.#value);
    return this.#members;
  }
}

function objectMembers(text: string, opener: number): Map<string, Place> {
  const members = new Map<string, Place>();
  let at = skipSpace(text, opener + 1);
  while (text[at] === '"') {
    const keyEnd = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    members.set(JSON.parse(text.slice(at, keyEnd)) as string, new JsonPlace(text, at, value));
    at = nextItem(text, value);
  }
  return members;
}

function arrayItems(text: string, opener: number): Map<string, Place> {
  const items = new Map<string, Place>();
  let at = skipSpace(text, opener + 1);
  while (at < text.length && text[at] !== "]") {
    items.set(String(items.size), new JsonPlace(text, at, at));
    at = nextItem(text, at);
  }
  return items;
}

/** Where the next member or item begins, given where the value before it does; else where the closing bracket is. */
function nextItem(text: string, value: number): number {
  const end = skipSpace(text, skipValue(text, value));
  return text[end] === "," ? skipSpace(text, end + 1) : end;
}
